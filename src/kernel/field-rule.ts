import type { Expression } from './expression/expression.ts';

/**
 * What fields are depends on the record: while the condition holds they are required, or closed to changes by hand;
 * only while it holds are they shown, or some of their choices offered. The condition reads what the record itself
 * stores, so that a form can ask it as somebody types.
 */
export interface FieldRule<Name extends string = string> {
  readonly effect: FieldEffect;
  readonly fields: readonly Name[];
  /** Which choices are offered, where the rule is about them. */
  readonly values?: readonly string[];
  readonly when: Expression;
}

export type FieldEffect = 'shown' | 'required' | 'readOnly' | 'offered';

/** Some choices of fields, by the fields' names. */
export type FieldChoices = ReadonlyMap<string, ReadonlySet<string>>;

/** What a condition makes of a record's fields, by their names. */
export interface FieldStates {
  readonly hidden: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  readonly readOnly: ReadonlySet<string>;
  /** The choices that are not offered. */
  readonly withheld: FieldChoices;
}

type Holds = (condition: Expression) => boolean;

/** What the rules make of a record's fields. A field with several rules that show it is shown by any of them. */
export function fieldStates(rules: readonly FieldRule[], holds: Holds): FieldStates {
  const { shown = [], offered = [], ...others } = Object.groupBy(rules, ({ effect }) => effect);
  const fieldsOf = (some: readonly FieldRule[] = []) => new Set(some.flatMap(({ fields }) => fields));
  const inForce = (some: readonly FieldRule[] = []) => fieldsOf(some.filter(({ when }) => holds(when)));
  return {
    hidden: fieldsOf(shown).difference(inForce(shown)),
    required: inForce(others.required),
    readOnly: inForce(others.readOnly),
    withheld: new Map(
      [...offersByField(offered)].map(([name, own]) => [name, withheldChoices(own, holds)] as const),
    ),
  };
}

/** The rules that offer choices, by the field of which they are. */
export function offersByField(rules: readonly FieldRule[]): ReadonlyMap<string, readonly FieldRule[]> {
  const offering = rules.filter(({ effect }) => effect === 'offered');
  const each = offering.flatMap((rule) => rule.fields.map((name) => ({ name, rule })));
  const byField = Map.groupBy(each, ({ name }) => name);
  return new Map([...byField].map(([name, some]) => [name, some.map(({ rule }) => rule)]));
}

/** The choices that none of the rules which offer them offers now; a choice of which no rule speaks is always offered. */
export function withheldChoices(offers: readonly FieldRule[], holds: Holds): ReadonlySet<string> {
  const valuesOf = (some: readonly FieldRule[]) => new Set(some.flatMap(({ values = [] }) => values));
  return valuesOf(offers).difference(valuesOf(offers.filter(({ when }) => holds(when))));
}
