import type { Expression } from './expression/expression.ts';

/**
 * What fields are depends on the record: while the condition holds they are required, or closed to changes by hand;
 * only while it holds are they shown. The condition reads what the record itself stores, so that a form can ask it as
 * somebody types.
 */
export interface FieldRule<Name extends string = string> {
  readonly effect: FieldEffect;
  readonly fields: readonly Name[];
  readonly when: Expression;
}

export type FieldEffect = 'shown' | 'required' | 'readOnly';

/** What a condition makes of a record's fields, by their names. */
export interface FieldStates {
  readonly hidden: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  readonly readOnly: ReadonlySet<string>;
}

/** What the rules make of a record's fields. A field with several rules that show it is shown by any of them. */
export function fieldStates(
  rules: readonly FieldRule[],
  holds: (condition: Expression) => boolean,
): FieldStates {
  const { shown = [], ...others } = Object.groupBy(rules, ({ effect }) => effect);
  const fieldsOf = (some: readonly FieldRule[] = []) => new Set(some.flatMap(({ fields }) => fields));
  const inForce = (some: readonly FieldRule[] = []) => fieldsOf(some.filter(({ when }) => holds(when)));
  return {
    hidden: fieldsOf(shown).difference(inForce(shown)),
    required: inForce(others.required),
    readOnly: inForce(others.readOnly),
  };
}
