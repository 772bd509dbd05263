import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useMeta } from '#web/api/queries.ts';
import { RecordLink } from '#web/fields/reference/record-link.tsx';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { columnAt } from '#web/views/columns.ts';
import { usePeopleObject } from '../people/use-people.ts';
import type { AuditEntry } from './audit-entry.ts';
import { changedLeaves } from './changed-leaves.ts';
import { SaidCondition } from './said-condition.tsx';
import { useAuditWords } from './use-audit-words.ts';

type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

/** Where words of names and values are that no field has. */
const vocabularies = ['audit.facts', 'audit.words', 'safeguards.measures', 'safeguards'];

/** What is told of an entry besides whom it happened to. */
export function AuditFacts({ entry: { facts, subject } }: { readonly entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const meta = useMeta();
  const { labelOf } = useAuditWords();
  const { locale, timeZone } = useFormatting();
  const people = usePeopleObject();
  const roles = people?.fields.find(({ name }) => name === 'roles')?.choices ?? [];
  const object = meta.objects.find(({ name }) => name === subject?.split('/')[0]);
  const fieldOf = (name: string) => object?.fields.find((field) => field.name === name);
  const columnName = (path: string) =>
    (object && columnAt(meta, object, path)?.label) ?? fieldOf(path.split('.')[0] ?? '')?.label ?? path;
  const word = (name: string): string => {
    const key = vocabularies.map((each) => `settings.${each}.${name}`).find(hasText);
    return key === undefined ? (roles.find(({ value }) => value === name)?.label ?? name) : t(key);
  };
  const hasText = (key: string) => i18n.exists(key) && typeof i18n.t(key) === 'string';

  /** A value in words, where it has some: as its field shows it, an object, or one of the audit's own. */
  const said = (value: unknown, field?: FieldMeta): ReactNode => {
    if (Array.isArray(value)) return joined(value, ' → ', (part) => said(part, field));
    if (value === null || value === undefined) return '–';
    if (typeof value === 'object') return JSON.stringify(value);
    const text = String(value);
    const target = field?.type === 'user' ? people?.name : field?.type === 'reference' && field.targets?.[0];
    if (target) return <RecordLink target={{ object: target, id: text }} />;
    if (field?.type === 'dateTime') return formatDateTime(text, locale, timeZone);
    return field?.choices?.find((each) => each.value === text)?.label ?? labelOf(text) ?? word(text);
  };
  const changed = (changes: Changes) => {
    const given = Object.entries(changes).filter(([, [, after]]) => after !== null);
    const leaves = given.flatMap(([name, [before, after]]) => changedLeaves(before, after, [name]));
    return joined(leaves, ', ', ({ path: [name = '', ...further], value }) => (
      <>
        {[fieldOf(name)?.label ?? word(name), ...further.map(word)].join(' · ')} ={' '}
        {said(value, fieldOf(name))}
      </>
    ));
  };
  const factValue = (name: string, value: unknown): ReactNode => {
    if (name === 'changes') return changed(value as Changes);
    if (name === 'where' && object !== undefined) return <SaidCondition object={object.name} where={value} />;
    if (name === 'for') return columnName(String(value));
    if (name !== 'fields' || !Array.isArray(value)) return said(value, fieldOf(name));
    return [...new Set(value.map(columnName))].join(', ');
  };
  const labelFor = (name: string): string =>
    hasText(`settings.audit.facts.${name}`) ? word(name) : (fieldOf(name)?.label ?? name);
  return joined(Object.entries(facts), ' · ', ([name, value]) => (
    <>
      {t('settings.audit.fact', { name: labelFor(name), value: '' })}
      {factValue(name, value)}
    </>
  ));
}

function joined<Part>(parts: readonly Part[], separator: string, show: (part: Part) => ReactNode): ReactNode {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: An entry never changes.
    <Fragment key={index}>
      {index > 0 && separator}
      {show(part)}
    </Fragment>
  ));
}
