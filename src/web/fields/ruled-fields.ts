import { holds } from '#kernel/expression/evaluate.ts';
import { type FieldStates, fieldStates } from '#kernel/field-rule.ts';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { type Fitted, onlyOffered } from '#kernel/offered-choices.ts';
import { type Asker, aroundRecord } from './around-record.ts';
import type { Values } from './field-props.ts';

/** What the rules of an object make of its fields for these values. */
export function statesOf({ fieldRules = [] }: ObjectMeta, values: Values, asker: Asker): FieldStates {
  const around = aroundRecord(values, asker);
  return fieldStates(fieldRules, (condition) => holds(condition, around));
}

/**
 * The object as a form for a new record has it: without what is hidden, unless it is complained of, with what is
 * required, and with the choices that are offered.
 */
export function asRuled(
  object: ObjectMeta,
  states: FieldStates,
  errors: Readonly<Record<string, string>>,
): ObjectMeta {
  if (object.fieldRules === undefined) return object;
  const { hidden, required } = states;
  const seen = ({ name }: FieldMeta) => !hidden.has(name) || name in errors;
  const marked = (field: FieldMeta) => (required.has(field.name) ? { ...field, required: true } : field);
  return { ...object, fields: object.fields.filter(seen).map((field) => marked(asOffered(field, states))) };
}

/** The field with those of its choices closed that are not offered. */
export function asOffered(field: FieldMeta, { withheld }: FieldStates): FieldMeta {
  const closed = withheld.get(field.name);
  if (closed === undefined || closed.size === 0 || field.choices === undefined) return field;
  const choices = field.choices.map((one) =>
    closed.has(one.value) ? { ...one, closed: true as const } : one,
  );
  return { ...field, choices };
}

/** The values as far as their choices are offered beside each other. */
export function fitted({ fieldRules = [] }: ObjectMeta, values: Values, asker: Asker): Fitted {
  return onlyOffered(fieldRules, values, (some) => {
    const around = aroundRecord(some, asker);
    return (condition) => holds(condition, around);
  });
}

/** The values without those of fields that are hidden: what was typed before they were is not meant any more. */
export function withoutHidden(values: Values, { hidden }: FieldStates): Values {
  if (hidden.size === 0) return values;
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
}
