import { clockIn, instantOf } from '#kernel/expression/zone.ts';

/** When something is sent. */
export interface Rhythm {
  readonly often: 'daily' | 'weekly' | 'monthly';
  readonly weekdays: readonly string[];
  readonly dayOfMonth: number | null;
  /** `08:30` */
  readonly time: string;
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dayLength = 24 * 3600_000;

/** The first time after an instant, on the clocks of a time zone. Days without weekdays chosen are all. */
export function nextTime(rhythm: Rhythm, timeZone: string, after: number): number {
  const [hours = 0, minutes = 0] = rhythm.time.split(':').map(Number);
  const clock = clockIn(after, timeZone);
  const today = clock - (((clock % dayLength) + dayLength) % dayLength);
  for (let ahead = 0; ahead <= 62; ahead += 1) {
    const day = today + ahead * dayLength;
    const at = instantOf(day + (hours * 60 + minutes) * 60_000, timeZone);
    if (at > after && falls(rhythm, new Date(day))) return at;
  }
  throw new RangeError(`No day in two months is ${JSON.stringify(rhythm)}`);
}

function falls({ often, weekdays: chosen, dayOfMonth }: Rhythm, day: Date): boolean {
  if (often === 'monthly') {
    const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
    return day.getUTCDate() === Math.min(dayOfMonth ?? 1, last);
  }
  return chosen.length === 0 || chosen.includes(weekdays[(day.getUTCDay() + 6) % 7] ?? '');
}
