import { daysLater } from '../expression/calendar-days.ts';
import { dayIn, instantOf } from '../expression/zone.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A stretch of time between two instants, in milliseconds. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

const day = 86_400_000;

/** How far ahead working time is looked for: where there is none in so many days, there is none. */
const farthest = 3_660 * day;

/** The working time within a span, in order, as it comes. Hours that a clock skips are none. */
export function* workingSpans(calendar: WorkingCalendar, { from, to }: TimeSpan): Generator<TimeSpan> {
  const { timeZone } = calendar;
  for (
    let date: string | null = dayIn(from, timeZone);
    date !== null && instantOf(Date.parse(`${date}T00:00:00Z`), timeZone) < to;
    date = daysLater(date, 1)
  ) {
    const midnight = Date.parse(`${date}T00:00:00Z`);
    for (const hours of calendar.hoursOn(date)) {
      const begins = Math.max(from, instantOf(midnight + hours.from * 60_000, timeZone));
      const ends = Math.min(to, instantOf(midnight + hours.to * 60_000, timeZone));
      if (begins < ends) yield { from: begins, to: ends };
    }
  }
}

/** The first moment from an instant on at which work is done; undefined where none is. */
export function nextWorkingMoment(calendar: WorkingCalendar, at: number): number | undefined {
  const [first] = workingSpans(calendar, { from: at, to: at + farthest }).take(1);
  return first?.from;
}

/** The instant at which so many milliseconds of working time will have passed; undefined where they never will. */
export function addWorkingTime(calendar: WorkingCalendar, at: number, length: number): number | undefined {
  if (length <= 0) return at;
  let left = length;
  for (const { from, to } of workingSpans(calendar, { from: at, to: at + farthest })) {
    if (to - from >= left) return from + left;
    left -= to - from;
  }
  return undefined;
}

/** The milliseconds of working time from one instant to another; less than zero where that is the earlier one. */
export function workingTimeBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (from > to) return -workingTimeBetween(calendar, to, from);
  let sum = 0;
  for (const span of workingSpans(calendar, { from, to })) sum += span.to - span.from;
  return sum;
}

/** The time that lies within spans of each of these lists, which are in order. */
export function commonSpans(lists: readonly (readonly TimeSpan[])[]): readonly TimeSpan[] {
  const [first = [], ...others] = lists;
  return others.reduce(
    (common, other) =>
      common.flatMap((one) =>
        other
          .map(({ from, to }) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
          .filter(({ from, to }) => from < to),
      ),
    first,
  );
}
