import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Column } from '#web/views/columns.ts';

/** What a record is called in a calendar, and the colour of its state. */
export function looksOf(object: ObjectMeta, columns: readonly Column[], record: RecordJson, unnamed: string) {
  const state = columns.find((column) => column.field.type === 'choice');
  const value = state && valueAt(record, state.valuePath);
  const choice = state && value !== null ? choiceOf(state.field, value) : undefined;
  const name = String(valueAt(record, object.nameField) ?? unnamed);
  return { name, color: choice?.color ?? 'grey', title: [name, choice?.label].filter(Boolean).join(' · ') };
}
