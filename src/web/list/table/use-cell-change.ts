import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { bare } from '#web/record/saving/rival-values.ts';
import { type ChangeOutcome, useChange } from '#web/views/changing/use-change.ts';

/** Changes one value of a record, which is remembered so that it can be taken back. */
export function useCellChange(object: ObjectMeta) {
  const change = useChange(object);
  const meta = useMeta();
  return async (record: RecordJson, field: FieldMeta, value: unknown): Promise<ChangeOutcome> => {
    const outcome = await change(record, { [field.name]: value ?? null });
    if (!outcome.done) return outcome;
    const { rememberEdit } = await import('./sheet/sheet.ts');
    const { id, version } = outcome.record;
    const name = String(record[object.nameField] ?? '');
    const before = { [field.name]: bare(record[field.name]) };
    const after = { [field.name]: bare(value) };
    rememberEdit(meta, { object: object.name, changes: [{ id, name, version, before, after }] });
    return outcome;
  };
}
