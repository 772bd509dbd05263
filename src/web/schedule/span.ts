/** The days that a schedule shows, from the first up to, not including, the last. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

export const zooms = ['month', 'quarter', 'year'] as const;

export type Zoom = (typeof zooms)[number];

const months: Readonly<Record<Zoom, number>> = { month: 1, quarter: 3, year: 12 };

/** The span that begins with a month, such as `2026-11`. */
export function spanOf(month: string, zoom: Zoom): Span {
  return { from: `${month}-01`, until: `${shifted(month, months[zoom])}-01` };
}

/** The month with which the span before or after begins. */
export function besides(month: string, zoom: Zoom, side: -1 | 1): string {
  return shifted(month, side * months[zoom]);
}

/** How many days a span has. */
export function daysIn({ from, until }: Span): number {
  return dayNumber(until) - dayNumber(from);
}

/** Where days lie in a span, in hundredths of it; undefined when none of them does. The last day is within. */
export function placeOf(
  { from, until }: Span,
  first: string,
  last: string,
): { readonly left: number; readonly width: number } | undefined {
  const whole = dayNumber(until) - dayNumber(from);
  const start = Math.max(0, dayNumber(first) - dayNumber(from));
  const end = Math.min(whole, Math.max(dayNumber(last), dayNumber(first)) + 1 - dayNumber(from));
  if (end <= 0 || start >= whole) return undefined;
  return { left: (100 * start) / whole, width: (100 * (end - start)) / whole };
}

/** The marks above a span: its months, or the weeks of a single one, each by its first day. */
export function marksOf({ from, until }: Span, zoom: Zoom): readonly string[] {
  const marks: string[] = [];
  if (zoom === 'month') {
    const first = new Date(`${from}T00:00:00Z`);
    const toMonday = (8 - first.getUTCDay()) % 7;
    for (let day = dayNumber(from) + toMonday; day < dayNumber(until); day += 7) marks.push(dayText(day));
    return marks[0] === from ? marks : [from, ...marks];
  }
  for (let month = from.slice(0, 7); month < until.slice(0, 7); month = shifted(month, 1))
    marks.push(`${month}-01`);
  return marks;
}

function shifted(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}

function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}
