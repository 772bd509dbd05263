import type { TimelineEntry } from '#web/record/timeline/timeline-entry.ts';

/** The oldest of the entries, newest first, that others made since somebody looked; undefined when none is new to him. */
export function lastNew(
  entries: readonly TimelineEntry[],
  since: string | undefined,
  me: string,
): TimelineEntry | undefined {
  if (since === undefined) return undefined;
  return entries.findLast(({ at, actor }) => Date.parse(at) > Date.parse(since) && actor?.id !== me);
}
