import { wallClock } from '#web/fields/date-time/wall-clock.ts';
import type { TimelineEntry } from './timeline-entry.ts';

export interface TimelineDay {
  readonly day: string;
  readonly entries: readonly TimelineEntry[];
}

/** Entries by the day on the user's clock, in the order they came. */
export function groupByDay(entries: readonly TimelineEntry[], timeZone: string): readonly TimelineDay[] {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = wallClock(entry.at, timeZone).slice(0, 10);
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, list]) => ({ day, entries: list }));
}
