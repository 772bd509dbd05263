/** The days that a month's page shows: whole weeks from Monday, as `2026-11-23`. */
export function daysOfMonth(month: string): readonly string[] {
  const first = `${month}-01`;
  const length = daysBetween(first, shiftMonth(first, 1));
  const begin = weekOf(first)[0] ?? first;
  const cells = Math.ceil((daysBetween(begin, first) + length) / 7) * 7;
  return daysFrom(begin, cells);
}

/** The week of a day, from Monday. */
export function weekOf(day: string): readonly string[] {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysFrom(addDays(day, -weekday), 7);
}

/** So many days, one after the other. */
export function daysFrom(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => addDays(day, index));
}

/** The day some days away. */
export function addDays(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * dayLength).toISOString().slice(0, 10);
}

/** The first day of the month some months away. */
export function shiftMonth(day: string, by: number): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

/** Whether a text names a day. */
export function isDay(text: string | undefined): text is string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

const dayLength = 86_400_000;
