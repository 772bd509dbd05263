import { clockIn, instantOf } from '../expression/zone.ts';
import { daysOfRule } from './days-of-rule.ts';
import type { Recurrence } from './recurrence.ts';
import { readRule } from './rule.ts';

const dayLength = 86_400_000;

/**
 * When something that comes back begins, in milliseconds, in order, from `from` until before `to`: at the same time on
 * the clocks of its time zone each day, without the times that are excepted. Its own beginning is always the first.
 */
export function* startsOf(
  { rule: text, zone, except = [] }: Recurrence,
  start: number,
  from: number,
  to: number,
): Generator<number> {
  const rule = readRule(text, (day) => endOfDay(day, zone));
  const excepted = new Set(except.map((each) => Date.parse(each)));
  const clock = clockIn(start, zone);
  const first = Math.floor(clock / dayLength);
  const time = clock - first * dayLength;
  const until = Math.min(to - 1, rule.until ?? Number.POSITIVE_INFINITY);
  const last = Math.floor(clockIn(Math.max(until, start), zone) / dayLength);
  const early = Math.floor(clockIn(Math.max(from, start), zone) / dayLength) - 1;
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1;
  if (start >= from && start < to && !excepted.has(start)) yield start;
  for (const day of daysOfRule(rule, first, last, early)) {
    if (day === first) continue;
    const at = instantOf(day * dayLength + time, zone);
    if (at > until || left-- <= 0) return;
    if (at >= from && !excepted.has(at)) yield at;
  }
}

/** The last millisecond of a day on the clocks of a time zone. */
export function endOfDay(day: string, zone: string): number {
  return instantOf(Date.parse(`${day}T00:00:00Z`) + dayLength, zone) - 1;
}

/** The first start at or after an instant; undefined when it does not come again within some years. */
export function nextStart(recurrence: Recurrence, start: number, from: number): number | undefined {
  const [next] = startsOf(recurrence, start, from, from + 12 * 366 * dayLength);
  return next;
}

/** An instant after which it does not come again; undefined when it goes on for ever. */
export function lastStart(recurrence: Recurrence, start: number): number | undefined {
  const { count, until } = readRule(recurrence.rule, (day) => endOfDay(day, recurrence.zone));
  if (count === undefined) return until;
  let last = start;
  for (const at of startsOf({ ...recurrence, except: [] }, start, start, start + lifetime)) last = at;
  return last;
}

/** Nothing is counted for longer. */
const lifetime = 130 * 366 * dayLength;
