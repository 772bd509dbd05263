import type { FieldMeta } from '#kernel/meta.ts';
import { useObjectMeta } from '#web/api/queries.ts';
import { asTarget, type Target, targetObject } from '../reference/target.ts';

/** The person that a field's value means. */
export function usePerson(field: FieldMeta, value: unknown): Target | null {
  const object = targetObject(field);
  return asTarget(object, value, useObjectMeta(object)?.nameField);
}
