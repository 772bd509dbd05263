import { partsOf } from '../parts-of.ts';
import type { Complaint } from '../problem.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** A stretch of a day by the clock, from `09:00` to `12:00`; it ends at `24:00` at the latest. */
export interface ClockSpan {
  readonly from: string;
  readonly to: string;
}

/** The hours of each day of the week, in order and none over another; a day without any is free. */
export type Week = Readonly<Record<Weekday, readonly ClockSpan[]>>;

const nineToSix: readonly ClockSpan[] = [{ from: '09:00', to: '18:00' }];

/** Where nobody has said anything else. */
export const usualWeek: Week = {
  ...{ monday: nineToSix, tuesday: nineToSix, wednesday: nineToSix, thursday: nineToSix },
  ...{ friday: nineToSix, saturday: [], sunday: [] },
};

const mostSpans = 8;

/** Reads the hours of a week as somebody has sent them; what is wrong is added to the complaints, at its place. */
export function weekFrom(input: unknown, field: string, complaints: Complaint[]): Week {
  const given = partsOf(input, field, complaints);
  for (const name of Object.keys(given))
    if (!weekdays.some((weekday) => weekday === name))
      complaints.push({ field: `${field}.${name.slice(0, 100)}`, code: 'unknownField' });
  const week = Object.fromEntries(
    weekdays.map((weekday) => [weekday, hoursFrom(given[weekday] ?? [], `${field}.${weekday}`, complaints)]),
  ) as Record<Weekday, readonly ClockSpan[]>;
  if (complaints.length === 0 && weekdays.every((weekday) => week[weekday].length === 0))
    complaints.push({ field, code: 'noWorkingDay' });
  return week;
}

/** Reads the hours of one day. */
export function hoursFrom(input: unknown, field: string, complaints: Complaint[]): readonly ClockSpan[] {
  if (!Array.isArray(input)) {
    complaints.push({ field, code: 'notAList' });
    return [];
  }
  if (input.length > mostSpans) {
    complaints.push({ field, code: 'tooMany', parameters: { most: mostSpans } });
    return [];
  }
  const spans = input.map((each, place) => {
    const { from, to } = partsOf(each, `${field}.${place}`, complaints);
    for (const [end, value] of Object.entries({ from, to }))
      if (!isClock(value) || (end === 'from' && value === '24:00'))
        complaints.push({ field: `${field}.${place}.${end}`, code: 'notClock' });
    return { from: String(from), to: String(to) };
  });
  const ordered = spans.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const wrong = ordered.some(({ from, to }, place) => {
    const before = ordered[place - 1];
    return from >= to || (before !== undefined && from < before.to);
  });
  if (wrong && complaints.length === 0) complaints.push({ field, code: 'hoursMeet' });
  return ordered;
}

/** The weekday of a day such as `2026-11-23`. */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] as Weekday;
}

function isClock(value: unknown): boolean {
  return typeof value === 'string' && /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value);
}
