import { dayIn, startOfDay } from '#kernel/expression/zone.ts';
import type { TimeWindow } from './time-window.ts';

/** On whose clock and by whose calendar somebody works. */
export interface WorkingCalendar {
  readonly timeZone: string;
  isWorkingDay(day: string): boolean;
}

const minute = 60_000;
const hour = 60 * minute;
const step = 30 * minute;

/** Hours of a working day from its midnight. */
const working = { from: 9 * hour, to: 18 * hour };

/** How far ahead is looked. */
export const lookedAhead = 14 * 24 * hour;

/**
 * When something of some length can begin next, at a full or half hour within working hours, so that it meets none of
 * these spans, which are in order; undefined where there is no such time in two weeks.
 */
export function nextFree(
  busy: readonly TimeWindow[],
  from: number,
  length: number,
  { timeZone, isWorkingDay }: WorkingCalendar,
): number | undefined {
  let day = dayIn(from, timeZone);
  for (
    let begins = startOfDay(day, timeZone);
    begins < from + lookedAhead;
    begins = startOfDay(day, timeZone)
  ) {
    const found = isWorkingDay(day) ? freeWithin(busy, begins, from, length) : undefined;
    if (found !== undefined) return found;
    day = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
  }
  return undefined;
}

function freeWithin(
  busy: readonly TimeWindow[],
  midnight: number,
  from: number,
  length: number,
): number | undefined {
  let at = Math.max(midnight + working.from, fullStep(from));
  while (at + length <= midnight + working.to) {
    const met = busy.find((span) => span.from < at + length && at < span.to);
    if (met === undefined) return at;
    at = fullStep(met.to);
  }
  return undefined;
}

function fullStep(at: number): number {
  return Math.ceil(at / step) * step;
}
