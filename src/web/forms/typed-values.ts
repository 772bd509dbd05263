import type { ObjectMeta } from '#kernel/meta.ts';
import type { Values } from '#web/fields/field-props.ts';

/** What a form for a new record starts with, by the type that it is of unless told. */
export function typedStart(object: ObjectMeta, usual: Values, given: Values = {}): Values {
  const standard = object.types?.find(({ standard: usually }) => usually)?.value;
  if (standard === undefined) return { ...usual, ...given };
  return { ...ofType(object, { ...usual, recordType: given.recordType ?? standard }), ...given };
}

/** What was typed, fitted to the type when another one was chosen. */
export function typedChange(object: ObjectMeta, before: Values, after: Values): Values {
  return before.recordType === after.recordType ? after : ofType(object, after);
}

/** The values with what the type starts with, and without what cannot be chosen in it. */
function ofType(object: ObjectMeta, values: Values): Values {
  const type = object.types?.find(({ value }) => value === values.recordType);
  if (type === undefined) return values;
  const fitted = object.fields.flatMap(({ name, type: kind, choicesOfType }): [string, unknown][] => {
    const start = type.defaults[name];
    if (start !== undefined) return [[name, kind === 'multiChoice' ? [start] : start]];
    const allowed = choicesOfType?.[type.value];
    const value = values[name];
    if (allowed === undefined || value === undefined || value === null) return [];
    if (Array.isArray(value)) return [[name, value.filter((one) => allowed.includes(one))]];
    return allowed.includes(String(value)) ? [] : [[name, allowed[0] ?? null]];
  });
  return { ...values, ...Object.fromEntries(fitted) };
}
