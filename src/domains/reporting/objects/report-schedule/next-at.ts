import type { Decision } from '#kernel/change.ts';
import type { RecordOf } from '#kernel/object.ts';
import { nextTime } from './next-time.ts';

type Timed = Pick<
  RecordOf<'reporting.reportSchedule'>,
  'active' | 'often' | 'weekdays' | 'dayOfMonth' | 'time' | 'owner'
>;

/** When a schedule is due next, on the clock of its owner; never while it rests. */
export async function nextAt(schedule: Timed, decision: Decision): Promise<string | null> {
  const { active, often, weekdays, dayOfMonth, time, owner } = schedule;
  if (!active || owner === null) return null;
  const [person] = await decision
    .asSystem('a schedule goes by the clock of its owner')
    .list('administration.user', { id: owner }, 1);
  const rhythm = { often, weekdays: weekdays ?? [], dayOfMonth, time };
  const at = nextTime(rhythm, person?.timeZone ?? 'UTC', Date.parse(decision.now));
  return new Date(at).toISOString();
}
