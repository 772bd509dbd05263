import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { reachQuestion } from './ask-reach.ts';
import type { Entry } from './entry.ts';
import { confirmTaken } from './taken/confirm-taken.ts';

/** When an entry is to be; of one that takes no time the end is not told. */
export interface NewTime {
  readonly from: string;
  readonly to?: string;
}

/** Moves an entry or makes it longer or shorter; of a series, the person says how much of it goes along. */
export function useMoveEntry(object: ObjectMeta, field: FieldMeta) {
  const client = useQueryClient();
  const { t } = useTranslation();
  const ends = object.occurs?.from === field.name ? object.occurs.to : undefined;
  return async (entry: Entry, time: NewTime) => {
    const { record } = entry;
    const values = { [field.name]: time.from, ...(ends && time.to !== undefined && { [ends]: time.to }) };
    const { id, version } = record;
    const single = `records/${object.name}/${record.id}`;
    try {
      if (record.repeats) {
        const reach = await reachQuestion.ask({ about: 'move' });
        if (reach === undefined) return;
        const kept = await confirmTaken(object, { id, values, at: entry.from, reach });
        if (kept === undefined) return;
        const time = `${single}/occurrences/${encodeURIComponent(entry.from)}?reach=${reach}`;
        await api.patch(time, { ...kept, version });
      } else {
        const kept = await confirmTaken(object, { id, values });
        if (kept === undefined) return;
        await api.patch(single, { ...kept, version });
      }
      toast(t('calendar.moved'));
    } catch (error) {
      toastProblem(error);
    } finally {
      await client.invalidateQueries({ queryKey: keys.object(object.name) });
    }
  };
}
