import type { Values } from '#web/fields/field-props.ts';
import { sameValue } from './saving/rival-values.ts';

const STAMPS = ['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];

/** The names of the fields whose values differ between two readings of a record. */
export function changedFields(before: Values, after: Values): readonly string[] {
  return Object.keys(after).filter((name) => !STAMPS.includes(name) && !sameValue(before[name], after[name]));
}
