import type { Recurrence } from '#kernel/recurrence/recurrence.ts';
import { type Rule, readRule, writeRule } from '#kernel/recurrence/rule.ts';
import { endOfDay } from '#kernel/recurrence/starts-of.ts';

const plain: Rule = {
  freq: 'WEEKLY',
  interval: 1,
  byDay: [],
  byMonthDay: [],
  byMonth: [],
  bySetPos: [],
  weekStart: 0,
};

/** What a person chooses first: a frequency, working days, or not at all. */
export const paces = ['never', 'DAILY', 'workdays', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Pace = (typeof paces)[number];

export function ruleOf(value: Recurrence | null): Rule | undefined {
  return value === null ? undefined : readRule(value.rule, (day) => endOfDay(day, value.zone));
}

/** The pace that a rule has. */
export function paceOf(rule: Rule | undefined): Pace {
  if (rule === undefined) return 'never';
  return isWorkdays(rule) ? 'workdays' : rule.freq;
}

/** The rule of another pace, which ends as the one before. */
export function withPace(rule: Rule | undefined, pace: Pace): Rule | undefined {
  if (pace === 'never') return undefined;
  const { count, until } = rule ?? plain;
  const ends = { ...(count !== undefined && { count }), ...(until !== undefined && { until }) };
  if (pace !== 'workdays') return { ...plain, ...ends, freq: pace };
  return { ...plain, ...ends, byDay: [0, 1, 2, 3, 4].map((day) => ({ day })) };
}

/** The value with another rule; the times that are excepted stay. */
export function valueWith(
  value: Recurrence | null,
  rule: Rule | undefined,
  timeZone: string,
): Recurrence | null {
  if (rule === undefined) return null;
  return { zone: timeZone, ...value, rule: writeRule(rule) };
}

function isWorkdays({ freq, interval, byDay }: Rule): boolean {
  return freq === 'WEEKLY' && interval === 1 && byDay.map(({ day }) => day).join() === '0,1,2,3,4';
}
