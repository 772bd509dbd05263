import type { TimelineEntry } from './timeline-entry.ts';

/** Changes closer than this, by one person to one record, read as one. */
const RUN = 5 * 60_000;

/** Joins what one person changed on one record in one go. A field changed twice stays twice: nothing is hidden. */
export function mergeRuns(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const merged: TimelineEntry[] = [];
  for (const entry of entries) {
    const later = merged.at(-1);
    if (later && belongs(later, entry)) {
      merged[merged.length - 1] = { ...later, changes: [...entry.changes, ...later.changes] };
    } else {
      merged.push(entry);
    }
  }
  return merged;
}

function belongs(later: TimelineEntry, earlier: TimelineEntry): boolean {
  const fields = new Set(later.changes.map((change) => change.field));
  return (
    later.kind === 'updated' &&
    earlier.kind === 'updated' &&
    later.record.id === earlier.record.id &&
    later.actor?.id === earlier.actor?.id &&
    Date.parse(later.at) - Date.parse(earlier.at) < RUN &&
    !earlier.changes.some((change) => fields.has(change.field))
  );
}
