import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { toast, toastWithUndo } from '#web/kit/toast.tsx';
import { bare } from '#web/record/saving/rival-values.ts';
import { type ChangeOutcome, useChange } from '#web/views/changing/use-change.ts';
import type { Bar } from './bar.ts';

/** Changes after which records one comes; what it was can be had back. */
export function useChangeAfter(object: ObjectMeta, field: FieldMeta | undefined) {
  const { t } = useTranslation();
  const change = useChange(object);

  const set = async ({ record }: Bar, value: unknown): Promise<ChangeOutcome> => {
    if (!field) return { done: false };
    const [before, after] = [bare(record[field.name]) ?? null, bare(value)];
    const outcome = await change(record, { [field.name]: after });
    if (outcome.done)
      toastWithUndo(t('schedule.afterChanged'), () => {
        change({ ...record, [field.name]: after, version: outcome.record.version }, { [field.name]: before });
      });
    return outcome;
  };
  const draw = async (before: string, bar: Bar): Promise<void> => {
    if (bar.after.includes(before) || bar.id === before) return;
    const outcome = await set(bar, field?.type === 'manyToMany' ? [...bar.after, before] : before);
    if (!outcome.done && outcome.complaint) toast(outcome.complaint, 'red');
  };
  return { set, draw };
}
