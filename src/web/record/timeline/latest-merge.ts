import type { TimelineEntry } from './timeline-entry.ts';

/** The entry of the merge that can be taken back: the record's latest, unless it has been already. */
export function latestMerge(entries: readonly TimelineEntry[], record: string): string | undefined {
  const latest = entries.find(
    ({ kind, record: of }) => of.id === record && (kind === 'merged' || kind === 'unmerged'),
  );
  return latest?.kind === 'merged' ? latest.id : undefined;
}
