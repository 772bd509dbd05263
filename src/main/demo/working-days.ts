export const day = 86_400_000;
const hour = 3_600_000;

/** Parts of a working day in China, in the order in which things are written down. */
const hours = {
  lead: [8.5, 9],
  account: [9, 9.25],
  contact: [9.25, 9.5],
  affiliation: [9.5, 9.6],
  opportunity: [9.6, 10],
  opportunityLine: [10, 10.2],
  call: [10.2, 11.5],
  email: [11.5, 12],
  conversation: [13, 13.5],
  meeting: [14, 16.5],
  note: [16.5, 17],
  task: [17, 17.5],
  change: [17.5, 19],
} as const;

export type PartOfDay = keyof typeof hours;

/** An instant in that part of the day; `share` from 0 to 1 says how late in it. */
export function timeOf(date: number, part: PartOfDay, share: number): number {
  const [from, until] = hours[part];
  return Math.floor(startOfDay(date) + (from + (until - from) * share) * hour);
}

/** When a meeting begins: at a quarter past, half past, a quarter to or the full hour. */
export function meetingTime(date: number, share: number): number {
  const quarter = hour / 4;
  return Math.floor(timeOf(date, 'meeting', share) / quarter) * quarter;
}

/** Midnight in China, of the day on which the instant lies there. */
export function startOfDay(at: number): number {
  return Math.floor((at + 8 * hour) / day) * day - 8 * hour;
}

/** The same day, or the Monday after a weekend. */
export function workingDay(at: number): number {
  const weekday = new Date(at + 8 * hour).getUTCDay();
  return at + (weekday === 0 ? day : weekday === 6 ? 2 * day : 0);
}

/** As a date is written: the day in China. */
export function dateText(at: number): string {
  return new Date(at + 8 * hour).toISOString().slice(0, 10);
}
