import { addDays, daysBetween, isDay, shiftMonth, weekOf } from '#web/calendar/days.ts';

/** The days that a schedule shows, from the first up to, not including, the last. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

export const zooms = ['week', 'month', 'quarter', 'year'] as const;

export type Zoom = (typeof zooms)[number];

const months: Readonly<Record<Exclude<Zoom, 'week'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The span in which a day lies: its week, or so many months from its own. */
export function spanOf(day: string, zoom: Zoom): Span {
  const from = firstOf(day, zoom);
  return { from, until: shifted(from, zoom, 1) };
}

/** The day with which the span before or after begins. */
export function besides(day: string, zoom: Zoom, side: -1 | 1): string {
  return shifted(firstOf(day, zoom), zoom, side);
}

/** How many days a span has. */
export function daysIn({ from, until }: Span): number {
  return daysBetween(from, until);
}

/** Where days lie in a span, in hundredths of it; undefined when none of them does. The last day is within. */
export function placeOf(
  span: Span,
  first: string,
  last: string,
): { readonly left: number; readonly width: number } | undefined {
  const whole = daysIn(span);
  const start = Math.max(0, daysBetween(span.from, first));
  const end = Math.min(whole, daysBetween(span.from, last < first ? first : last) + 1);
  if (end <= 0 || start >= whole) return undefined;
  return { left: (100 * start) / whole, width: (100 * (end - start)) / whole };
}

/** The marks above a span, each by its first day: the days of a week, the weeks of a month, else months. */
export function marksOf({ from, until }: Span, zoom: Zoom): readonly string[] {
  const next = (day: string) =>
    zoom === 'week'
      ? addDays(day, 1)
      : zoom === 'month'
        ? addDays(weekOf(day)[0] ?? day, 7)
        : shiftMonth(day, 1);
  const marks: string[] = [];
  for (let day = from; day < until; day = next(day)) marks.push(day);
  return marks;
}

/** The day that an address names, else today. */
export function dayShown(named: string | undefined, today: string): string {
  return isDay(named) ? named : today;
}

function firstOf(day: string, zoom: Zoom): string {
  return zoom === 'week' ? (weekOf(day)[0] ?? day) : shiftMonth(day, 0);
}

function shifted(first: string, zoom: Zoom, by: number): string {
  return zoom === 'week' ? addDays(first, 7 * by) : shiftMonth(first, by * months[zoom]);
}
