import { wallClock } from '#kernel/writing/wall-clock.ts';

export interface Day<Entry> {
  readonly day: string;
  readonly entries: readonly Entry[];
}

/** Entries by the day on the user's clock, in the order they came. */
export function groupByDay<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  timeZone: string,
): readonly Day<Entry>[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = wallClock(entry.at, timeZone).slice(0, 10);
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, list]) => ({ day, entries: list }));
}
