import { useMemo } from 'react';
import { wallClock } from '#kernel/writing/wall-clock.ts';
import { daysBetween } from '#web/calendar/days.ts';
import { useWorkingTime } from '#web/calendar/use-working-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import type { Bar } from './bar.ts';
import { criticalPath } from './critical-path.ts';
import { allTime, workedTime } from './worked-time.ts';

/** As far as the server tells working time at once. */
const mostDays = 390;

/**
 * By how many days each bar may slip without the end of all of them moving; undefined while it is not asked for. Nights and
 * days off of the company do not count, unless the bars last longer than a year.
 */
export function useSlack(bars: readonly Bar[], asked: boolean): ReadonlyMap<string, number> | undefined {
  const { timeZone } = useFormatting();
  const days = useMemo(() => bars.flatMap(({ first, last }) => [first, last]).toSorted(), [bars]);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const near = days.length > 0 && daysBetween(first, last) < mostDays;
  const spans = useWorkingTime([first, last], [], asked && near).of('');
  return useMemo(() => {
    if (!asked) return undefined;
    const clock = (instant: string) => Date.parse(`${wallClock(instant, timeZone).replace(' ', 'T')}Z`);
    const worked =
      near && spans
        ? workedTime(spans.map(({ from, to }) => ({ from: clock(from), until: clock(to) })))
        : allTime;
    const works = bars.map(({ id, from, until, after }) => {
      return { id, from: worked.before(from), until: worked.before(until), after };
    });
    const { slack } = criticalPath(works);
    return new Map([...slack].map(([id, time]) => [id, Math.round((10 * time) / worked.day) / 10]));
  }, [asked, bars, near, spans, timeZone]);
}
