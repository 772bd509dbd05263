import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { patchEverywhere } from '#web/api/patch-cache.ts';
import { confirmTaken } from '#web/calendar/taken/confirm-taken.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { bare } from '#web/record/saving/rival-values.ts';
import { type RecordChange, turned, writeTogether } from '#web/views/changing/record-change.ts';
import { useChange } from '#web/views/changing/use-change.ts';
import { followingQuestion } from './ask-following.ts';
import type { Bar, BarFields } from './bar.ts';
import { findFollowing, mostFollowing, nameOf } from './find-following.ts';
import { type Moves, movedAlong, pushedBy } from './following.ts';
import { type BarPart, movedValues } from './moved-bar.ts';

/**
 * Moves a bar, or one end of it, by days, and with it what comes after it, as far as somebody says; what it was can be had
 * back at one stroke.
 */
export function useMoveBar(object: ObjectMeta, fields: BarFields) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const client = useQueryClient();
  const change = useChange(object);

  const changeOf = ({ id, record }: Bar, values: RecordChange['after']): RecordChange => ({
    ...{ id, version: record.version, name: nameOf(object, record), after: values },
    before: Object.fromEntries(Object.keys(values).map((name) => [name, bare(record[name]) ?? null])),
  });
  const alone = async (bar: Bar, values: RecordChange['after']) => {
    const { before } = changeOf(bar, values);
    const outcome = await change(bar.record, values);
    if (!outcome.done) return outcome.complaint && toast(outcome.complaint, 'red');
    const moved = { ...bar.record, ...values, version: outcome.record.version };
    toastWithUndo(t('calendar.moved'), () => change(moved, before));
  };
  const together = async (changes: readonly RecordChange[]) => {
    for (const { id, after } of changes) patchEverywhere(client, object.name, id, after);
    const written = await writeTogether(client, object.name, changes);
    if ('refused' in written) return toast(written.refused.join('\n'), 'red');
    toastWithUndo(t('schedule.movedTogether', { count: changes.length }), () => {
      const back = writeTogether(client, object.name, written.changes.map(turned));
      back.then((done) => 'refused' in done && toast(done.refused.join('\n'), 'red'), toastProblem);
    });
  };
  const following = async (
    bar: Bar,
    part: BarPart,
    days: number,
  ): Promise<readonly [Bar, number][] | undefined> => {
    if (part === 'start') return [];
    const found = await findFollowing(object, fields, bar.id, timeZone);
    if (found.length === 0) return [];
    if (found.length > mostFollowing) {
      toast(t('schedule.tooMany', { count: mostFollowing }), 'red');
      return [];
    }
    const [along, pushed] = [movedAlong(found, days), pushedBy(bar, part, days, found)];
    const moves: Moves | undefined = await followingQuestion.ask({ name: bar.name, days, along, pushed });
    return moves && found.flatMap((each) => (moves.has(each.id) ? [[each, moves.get(each.id) ?? 0]] : []));
  };
  return async (bar: Bar, part: BarPart, days: number) => {
    const meant = movedValues(bar.record, bar.ends, part, days, timeZone);
    const values = await confirmTaken(object, { id: bar.id, values: meant });
    if (values === undefined) return;
    try {
      const others = await following(bar, part, days);
      if (others === undefined) return;
      if (others.length === 0) return await alone(bar, values);
      const moved = others.map(([each, by]) =>
        changeOf(each, movedValues(each.record, each.ends, 'whole', by, timeZone)),
      );
      await together([changeOf(bar, values), ...moved]);
    } catch (error) {
      toastProblem(error);
    }
  };
}
