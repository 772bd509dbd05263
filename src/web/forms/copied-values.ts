import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { fieldView } from '#web/fields/registry.ts';
import { bare } from '#web/record/saving/rival-values.ts';

/**
 * What a new record takes of one that is there: everything that somebody fills in, but what is each record's own, what is
 * not shown whole, and the state of a process, which begins anew.
 */
export function copiedValues(object: ObjectMeta, record: RecordJson): Values {
  const copied = object.fields.filter(
    (field) =>
      !(field.readOnly || field.unique || field.masked || field.sealed || field.transitions) &&
      field.type !== 'file' &&
      fieldView(field).Editor !== undefined,
  );
  return Object.fromEntries(
    copied.map(({ name }) => [name, bare(record[name])]).filter(([, value]) => (value ?? null) !== null),
  );
}
