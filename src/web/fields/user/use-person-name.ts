import type { FieldMeta } from '#kernel/meta.ts';
import { useObjectMeta } from '#web/api/queries.ts';
import { asTarget, targetObject } from '../reference/target.ts';
import { useRecordName } from '../reference/use-record-name.ts';

/** The name of the person that a field's value means, fetched when the value is an id alone. */
export function usePersonName(field: FieldMeta, value: unknown): string | undefined {
  const object = targetObject(field);
  const target = asTarget(object, value, useObjectMeta(object)?.nameField);
  const fetched = useRecordName(object, target?.id, { enabled: target?.name === undefined });
  return target?.name ?? fetched;
}
