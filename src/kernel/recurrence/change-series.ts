import { clockIn, instantOf } from '../expression/zone.ts';
import { formatInstant } from '../field/date-time/date-time.ts';
import type { Recurrence } from './recurrence.ts';
import { readRule, writeRule } from './rule.ts';
import { shiftRule } from './shift-rule.ts';
import { endOfDay, startsOf } from './starts-of.ts';

/** How much of a series a change is meant for. */
export type Reach = 'this' | 'following' | 'all';

/** A series as it is: when it begins and how it comes back. */
export interface Series {
  readonly start: number;
  readonly repeats: Recurrence;
}

/** The series without one of its times. */
export function withoutTime({ repeats }: Series, at: number): Recurrence {
  return { ...repeats, except: [...(repeats.except ?? []), formatInstant(at)].sort() };
}

/** The series as far as it lies before one of its times. */
export function before({ repeats }: Series, at: number): Recurrence {
  const { count: _, ...rule } = ruleOf(repeats);
  return withExcept(repeats, writeRule({ ...rule, until: at - 1000 }), (each) => each < at);
}

/** The series from one of its times on, with as many times as are left. */
export function from({ start, repeats }: Series, at: number): Recurrence {
  const rule = ruleOf(repeats);
  const gone =
    rule.count === undefined ? 0 : [...startsOf({ ...repeats, except: [] }, start, start, at)].length;
  const left = rule.count === undefined ? {} : { count: Math.max(1, rule.count - gone) };
  return withExcept(repeats, writeRule({ ...rule, ...left }), (each) => each >= at);
}

/** The series moved as somebody moves one of its times: by as much on the clocks, its excepted times too. */
export function moved({ start, repeats }: Series, at: number, to: number): Series {
  const { zone } = repeats;
  const by = clockIn(to, zone) - clockIn(at, zone);
  const shift = (instant: number) => instantOf(clockIn(instant, zone) + by, zone);
  const [old, next] = [clockIn(start, zone), clockIn(start, zone) + by];
  const days = Math.floor(next / dayLength) - Math.floor(old / dayLength);
  const rule = shiftRule(ruleOf(repeats), days, new Date(next));
  const until = rule.until === undefined ? {} : { until: shift(rule.until) };
  const except = (repeats.except ?? []).map((each) => formatInstant(shift(Date.parse(each)))).sort();
  return {
    start: shift(start),
    repeats: { rule: writeRule({ ...rule, ...until }), zone, ...(except.length > 0 && { except }) },
  };
}

/** Whether one of the times of a series is then. */
export function isTime({ start, repeats }: Series, at: number): boolean {
  const [found] = startsOf(repeats, start, at, at + 1);
  return found === at;
}

const dayLength = 86_400_000;

function ruleOf({ rule, zone }: Recurrence) {
  return readRule(rule, (day) => endOfDay(day, zone));
}

function withExcept(
  { zone, except = [] }: Recurrence,
  rule: string,
  keeps: (instant: number) => boolean,
): Recurrence {
  const kept = except.filter((each) => keeps(Date.parse(each)));
  return { rule, zone, ...(kept.length > 0 && { except: kept }) };
}
