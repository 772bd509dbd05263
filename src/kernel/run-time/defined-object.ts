import type { DeclaredReports } from '../declared-report.ts';
import { autoNumber } from '../field/auto-number/auto-number.ts';
import { text } from '../field/text/text.ts';
import type { ObjectFolder, Texts } from '../module.ts';
import { defineObject } from '../object.ts';
import type { ObjectName } from '../object-name.ts';
import { everyone, type Grant, type Policy } from '../policy.ts';
import type { ReportSettings } from '../report-settings.ts';
import { ownable } from '../traits/ownable.ts';
import { regardable } from '../traits/regardable.ts';
import type { Views } from '../view.ts';
import { companysModule } from './companys-module.ts';
import { numberFormat } from './number-format.ts';
import type { ObjectDefinition } from './object-definition.ts';

/** Everything that a definition declares, as the folder of a declared object does. */
export function definedObject(definition: ObjectDefinition): ObjectFolder {
  const { owned, format } = definition;
  const name = qualifiedName(definition);
  const numbered = definition.naming === 'number';
  const object = defineObject({
    name,
    icon: definition.icon ?? 'cube',
    traits: [...(owned === true ? [ownable] : []), ...(definition.regardable === true ? [regardable] : [])],
    fields: {
      name: numbered ? autoNumber(format ?? numberFormat.usual) : text({ required: true, search: 'name' }),
    },
    // Two records of the same text are worth a look; two numbers are never the same.
    ...(!numbered && { duplicates: [{ field: 'name', kind: 'exact', weight: 0.8 }] }),
  });
  const views: Views = {
    object: name,
    views: [],
    page: { sections: { details: owned === true ? ['name', 'owner'] : ['name'] } as never },
  };
  const reports: DeclaredReports = {
    object: name,
    reports: [{ name: 'untouched', settings: untouched(owned === true) }],
  };
  return { object, policy: policyOf(definition), views, reports, texts: textsOf(definition) };
}

/** How long ago its records were changed last, whoever they belong to. */
function untouched(owned: boolean): Omit<ReportSettings, 'where'> {
  const age = 'updatedAt.age';
  const groups = owned ? { rows: ['owner'], columns: age } : { rows: [age] };
  return { ...groups, measures: ['count'], chart: 'bar' };
}

/** No module declares it, so that the compiler does not know the name. */
function qualifiedName({ name }: ObjectDefinition): ObjectName {
  return `${companysModule}.${name}` as ObjectName;
}

/** Without an owner nothing is anybody's own, and who may change one may change all. */
function policyOf(definition: ObjectDefinition): Policy {
  const { access, owned } = definition;
  const own = owned === true ? 'own' : 'all';
  const grants: Readonly<Record<string, Grant>> = {
    read: { read: 'all' },
    own: { read: own, create: true, update: own, delete: own },
    all: { read: 'all', create: true, update: 'all', delete: own },
  };
  const grant = grants[access ?? ''];
  return { object: qualifiedName(definition), grants: grant === undefined ? {} : { [everyone]: grant } };
}

function textsOf(definition: ObjectDefinition): NonNullable<ObjectFolder['texts']> {
  const { name, labelZh, labelEn, pluralZh, pluralEn, nameZh, nameEn, naming } = definition;
  const own = (
    first: (string | null)[],
    several: (string | null)[],
    called: (string | null)[],
    since: (plural: string) => string,
  ): Texts => {
    const label = firstOf(first) ?? name ?? '';
    const plural = firstOf(several) ?? label;
    return {
      ...{ label, plural, fields: { name: firstOf(called) ?? '' } },
      reports: { untouched: since(plural) },
    };
  };
  const usual = naming === 'number' ? { en: 'Number', zh: '编号' } : { en: 'Name', zh: '名称' };
  return {
    en: own(
      [labelEn, labelZh],
      [pluralEn, labelEn, pluralZh],
      [nameEn, nameZh, usual.en],
      (plural) => `${plural} by last change`,
    ),
    'zh-CN': own(
      [labelZh, labelEn],
      [pluralZh, labelZh, pluralEn],
      [nameZh, nameEn, usual.zh],
      (plural) => `${plural}（按最近更新）`,
    ),
  };
}

function firstOf(texts: readonly (string | null)[]): string | undefined {
  return texts.find((one) => one !== null && one !== '') ?? undefined;
}
