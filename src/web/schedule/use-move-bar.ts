import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { confirmTaken } from '#web/calendar/taken/confirm-taken.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toast, toastWithUndo } from '#web/kit/toast.tsx';
import { bare } from '#web/record/saving/rival-values.ts';
import { useChange } from '#web/views/changing/use-change.ts';
import { type BarPart, movedValues } from './moved-bar.ts';

/** Moves the bar of a record, or one end of it, by days; what it was can be had back. */
export function useMoveBar(object: ObjectMeta, start: FieldMeta, end: FieldMeta) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const change = useChange(object);
  return async (record: RecordJson, part: BarPart, days: number) => {
    const meant = movedValues(record, { start: start.name, end: end.name }, part, days, timeZone);
    const values = await confirmTaken(object, { id: record.id, values: meant });
    if (values === undefined) return;
    const before = Object.fromEntries(Object.keys(values).map((name) => [name, bare(record[name]) ?? null]));
    const outcome = await change(record, values);
    if (!outcome.done) return outcome.complaint && toast(outcome.complaint, 'red');
    const moved = { ...record, ...values, version: outcome.record.version };
    toastWithUndo(t('calendar.moved'), () => change(moved, before));
  };
}
