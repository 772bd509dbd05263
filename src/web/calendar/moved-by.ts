import { instantOf, wallClock } from '#kernel/writing/wall-clock.ts';
import { addDays } from './days.ts';
import type { Entry } from './entry.ts';
import type { NewTime } from './use-move-entry.ts';

const minute = 60_000;

/** When an entry is after it was moved by days and minutes: at the same time on the clocks, and as long as before. */
export function movedBy(entry: Entry, days: number, minutes: number, timeZone: string): NewTime {
  if (entry.whole) return { from: addDays(entry.from, days) };
  const wall = wallClock(entry.from, timeZone);
  const shifted = new Date(Date.parse(`${wall.replace(' ', 'T')}Z`) + minutes * minute).toISOString();
  const from = instantOf(`${addDays(shifted.slice(0, 10), days)} ${shifted.slice(11, 19)}`, timeZone);
  const length = Date.parse(entry.to) - Date.parse(entry.from);
  return length > 0 ? { from, to: new Date(Date.parse(from) + length).toISOString() } : { from };
}

/** When an entry is after its end was moved: at least a quarter of an hour. */
export function lengthenedBy(entry: Entry, minutes: number): NewTime {
  const from = Date.parse(entry.from);
  const to = Math.max(from + 15 * minute, Date.parse(entry.to) + minutes * minute);
  return { from: entry.from, to: new Date(to).toISOString() };
}
