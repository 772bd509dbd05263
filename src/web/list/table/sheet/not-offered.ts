import i18next from 'i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { choiceOf } from '#kernel/writing/choice-of.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { StatesOf } from '#web/fields/use-states.ts';
import { bare } from '#web/record/saving/rival-values.ts';
import type { RecordChange } from '#web/views/changing/record-change.ts';

interface Rows {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  readonly states: StatesOf;
}

/** The choices that are not offered in a record as it would be, each with its cell; what did not fit before is left to the server. */
export function notOffered(
  { object, records, states }: Rows,
  { id, name, after }: RecordChange,
): readonly string[] {
  const record = records.find((one) => one.id === id);
  if (record === undefined) return [];
  const before = states(record).withheld;
  const { withheld } = states({ ...record, ...after });
  return object.fields.flatMap((field) => {
    const stood = [bare(record[field.name])].flat();
    const value = field.name in after ? after[field.name] : stood;
    const unfit = [value]
      .flat()
      .find(
        (one) =>
          withheld.get(field.name)?.has(String(one)) &&
          !(stood.includes(one) && before.get(field.name)?.has(String(one))),
      );
    if (unfit === undefined) return [];
    const cell = `${name} · ${field.label}`;
    return [i18next.t('sheet.notOffered', { cell, value: choiceOf(field, unfit).label })];
  });
}
