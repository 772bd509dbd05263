import { pathsOf } from '#kernel/expression/expression.ts';
import { type FieldRule, offersByField, withheldChoices } from '#kernel/field-rule.ts';
import { chosenIn, onlyOffered } from '#kernel/offered-choices.ts';
import type { Complaint } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { shownField } from '../access/rights.ts';
import { labelsOf } from '../http/labels.ts';
import type { Context } from './context.ts';
import { forEachObject } from './for-each-object.ts';
import { holdsOn } from './holds-on.ts';

type Values = Readonly<Record<string, unknown>>;

const offersOf = forEachObject(({ fieldRules }) => offersByField(fieldRules));

/** The most choices that a complaint counts up. */
const mostTold = 20;

/**
 * Choices that are not offered in the record as it would be, as long as somebody touches them or what decides about
 * them. Of several choices those that stood there before may stay until what decides changes.
 */
export function offeringFaults(
  context: Context,
  object: ObjectModel,
  before: Values | undefined,
  after: Values,
  changed: ReadonlySet<string>,
): readonly Complaint[] {
  const holds = holdsOn(context, object, after);
  return [...offersOf(object)].flatMap(([name, offers]) => {
    const asked = before === undefined || decidedBy(offers).some((path) => changed.has(path));
    if (!asked && !changed.has(name)) return [];
    const stays = asked ? [] : chosenIn(before[name]);
    const chosen = chosenIn(after[name]).filter((value) => !stays.includes(value));
    if (chosen.length === 0) return [];
    const withheld = withheldChoices(offers, holds);
    const other = chosen.find((value) => withheld.has(value));
    return other === undefined ? [] : [notOffered(context, object, { name, offers, withheld, other })];
  });
}

/** Values of a new record without the choices that it starts with, unless they are given, and that are not offered in it. */
export function startOffered(context: Context, object: ObjectModel, start: Values, given: Values): Values {
  const holds = (values: Values) => holdsOn(context, object, values);
  return onlyOffered(object.fieldRules, start, holds, (name) => !(name in given)).values;
}

interface NotOffered {
  readonly name: string;
  readonly offers: readonly FieldRule[];
  readonly withheld: ReadonlySet<string>;
  readonly other: string;
}

/** Says what decides and what is offered instead, to who may see what decides. */
function notOffered(
  { registry, actor }: Context,
  object: ObjectModel,
  { name, offers, withheld, other }: NotOffered,
): Complaint {
  const by = decidedBy(offers).filter((path) => path !== name);
  const choices = (object.fields.get(name)?.choices ?? []).filter(({ value }) => !withheld.has(value));
  const told = by.every((path) => shownField(registry, object, path, actor) !== undefined);
  const said = (['en', 'zh-CN'] as const).flatMap((locale) => {
    const labels = labelsOf(registry, locale);
    const list = new Intl.ListFormat(locale, { type: 'conjunction' });
    const called = (value: string) => labels.choice(object, name, value);
    const offered = choices.slice(0, mostTold).map(({ value }) => called(value));
    return [
      [`value.${locale}`, called(other)],
      [`by.${locale}`, list.format(by.map((path) => labels.field(object, path)))],
      [`choices.${locale}`, offered.join(locale === 'en' ? ', ' : '、')],
    ].filter(([key]) => told || key?.startsWith('value'));
  });
  const code =
    !told || by.length === 0 ? 'notOfferedHere' : choices.length === 0 ? 'noneOffered' : 'notOfferedWith';
  return { field: name, code, parameters: Object.fromEntries(said) };
}

function decidedBy(offers: readonly FieldRule[]): readonly string[] {
  return [...new Set(offers.flatMap(({ when }) => pathsOf(when)))];
}
