import type { ObjectMeta } from '#kernel/meta.ts';
import { instantOf, wallClock } from '#kernel/writing/wall-clock.ts';
import type { RecordJson } from '#web/api/record.ts';
import { addDays, daysBetween, daysFrom } from './days.ts';

/** One time at which a record stands in a calendar. */
export interface Entry {
  readonly key: string;
  readonly record: RecordJson;
  /** Instants as ISO; where it takes whole days alone, a day. */
  readonly from: string;
  readonly to: string;
  /** Has no hour. */
  readonly whole: boolean;
}

/** Who may drag it: whoever may change when it is. */
export function isMovable(object: ObjectMeta, field: string): boolean {
  return object.can.update && object.fields.some(({ name, readOnly }) => name === field && !readOnly);
}

/** The days on which it stands, on the clocks of a time zone. */
export function daysOf({ from, to, whole }: Entry, timeZone: string): readonly string[] {
  if (whole) return [from.slice(0, 10)];
  const first = wallClock(from, timeZone).slice(0, 10);
  const end = Math.max(Date.parse(from), Date.parse(to) - 1);
  const last = wallClock(new Date(end).toISOString(), timeZone).slice(0, 10);
  return daysFrom(first, Math.min(daysBetween(first, last) + 1, 60));
}

/** Minutes from midnight on the clocks of a day at which it begins and ends there. */
export function minutesOn(entry: Entry, day: string, timeZone: string): { from: number; to: number } {
  const at = (instant: string) => {
    const wall = wallClock(instant, timeZone);
    const minutes = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
    return minutes + daysBetween(day, wall.slice(0, 10)) * 1440;
  };
  return { from: Math.max(0, at(entry.from)), to: Math.min(1440, at(entry.to)) };
}

/** The instant some minutes after the midnight that a day begins with, as clocks show it. */
export function instantAt(day: string, minutes: number, timeZone: string): string {
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const clock = [Math.floor(rest / 60), rest % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return instantOf(`${addDays(day, days)} ${clock}:00`, timeZone);
}
