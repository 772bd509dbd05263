/** Parts of time by which dates are grouped, as an aggregate names them. */
export const dateParts = ['year', 'quarter', 'month', 'week', 'day'] as const;
export type DatePart = (typeof dateParts)[number];

/** Days from the first up to, not including, the second, both as `2026-11-23`. */
export type Days = readonly [from: string, until: string];

/** The days of a group of dates, by the name that an aggregate gives it: `2026`, `2026-Q2`, `2026-06`, `2026-W27`, `2026-06-30`. */
export function daysOfBucket(bucket: string, part: DatePart): Days | undefined {
  const [year = 0, second = '1', third = '1'] = numbersIn(bucket);
  if (!/^\d{4}/.test(bucket)) return undefined;
  switch (part) {
    case 'year':
      return [onDay(year, 1, 1), onDay(year + 1, 1, 1)];
    case 'quarter':
      return [onDay(year, Number(second) * 3 - 2, 1), onDay(year, Number(second) * 3 + 1, 1)];
    case 'month':
      return [onDay(year, Number(second), 1), onDay(year, Number(second) + 1, 1)];
    case 'week':
      return [inWeek(year, Number(second), 0), inWeek(year, Number(second), 7)];
    case 'day':
      return [onDay(year, Number(second), Number(third)), onDay(year, Number(second), Number(third) + 1)];
  }
}

/** The name of the group that a day belongs to. */
export function bucketOf(day: string, part: DatePart): string {
  const [year = '', month = ''] = day.split('-');
  switch (part) {
    case 'year':
      return year;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'month':
      return `${year}-${month}`;
    case 'week':
      return weekOf(day);
    case 'day':
      return day;
  }
}

/** So many groups are filled in at most: more cannot be read. */
const most = 400;

/** Every group of a span of days, also those in which nothing is; undefined when they are too many. */
export function bucketsOf([from, until]: Days, part: DatePart): readonly string[] | undefined {
  const buckets: string[] = [];
  for (let day = from; day < until; ) {
    const bucket = bucketOf(day, part);
    buckets.push(bucket);
    const next = daysOfBucket(bucket, part)?.[1];
    if (next === undefined || next <= day || buckets.length > most) return undefined;
    day = next;
  }
  return buckets;
}

/** The same span of time before: whole months before whole months, else as many days. */
export function daysBefore([from, until]: Days): Days {
  const months = wholeMonths(from, until);
  if (months !== undefined) return [addMonths(from, -months), from];
  const length = (Date.parse(until) - Date.parse(from)) / dayLength;
  return [addDays(from, -length), from];
}

/** The same days a year before. */
export function daysAYearBefore([from, until]: Days): Days {
  return [addMonths(from, -12), addMonths(until, -12)];
}

/** The group of dates that comes so many after another, before it where the number is negative. */
export function bucketAfter(bucket: string, part: DatePart, amount: number): string | undefined {
  const [from] = daysOfBucket(bucket, part) ?? [];
  if (from === undefined) return undefined;
  const months = { year: 12, quarter: 3, month: 1 }[part as string];
  const day = months ? addMonths(from, months * amount) : addDays(from, amount * (part === 'week' ? 7 : 1));
  return bucketOf(day, part);
}

const dayLength = 24 * 60 * 60 * 1000;

function wholeMonths(from: string, until: string): number | undefined {
  if (!from.endsWith('-01') || !until.endsWith('-01')) return undefined;
  const [one = 0, other = 0] = [from, until].map(
    (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
  );
  return other - one;
}

/** The last day of a shorter month stands for those that it lacks. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = Number(onDay(year, month + months + 1, 0).slice(8));
  return onDay(year, month + months, Math.min(date, last));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10);
}

function onDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The first week of an ISO 8601 year is the one with 4 January; weeks begin on Monday. */
function inWeek(year: number, week: number, day: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return onDay(year, 1, monday + (week - 1) * 7 + day);
}

function weekOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const week = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / dayLength / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

function numbersIn(text: string): [number?, string?, string?] {
  const [year = '', ...rest] = text.match(/\d+/g) ?? [];
  return [Number(year), ...rest.slice(0, 2)] as [number, string?, string?];
}
