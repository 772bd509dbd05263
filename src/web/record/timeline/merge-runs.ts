import { sameValue } from '../saving/rival-values.ts';
import type { EntryChange, TimelineEntry } from './timeline-entry.ts';

/** Changes closer than this, by one person to one record, read as one. */
const RUN = 5 * 60_000;

/** Joins what one person changed on one record in one go: from the first old value to the last new one. */
export function mergeRuns(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const merged: TimelineEntry[] = [];
  for (const entry of entries) {
    const later = merged.at(-1);
    if (later && belongs(later, entry)) {
      const changes = joinChanges(entry.changes, later.changes);
      if (changes.length > 0) merged[merged.length - 1] = { ...later, changes };
      else merged.pop();
    } else {
      merged.push(entry);
    }
  }
  return merged;
}

function belongs(later: TimelineEntry, earlier: TimelineEntry): boolean {
  return (
    later.kind === 'updated' &&
    earlier.kind === 'updated' &&
    later.record.id === earlier.record.id &&
    later.actor?.id === earlier.actor?.id &&
    Date.parse(later.at) - Date.parse(earlier.at) < RUN
  );
}

function joinChanges(earlier: readonly EntryChange[], later: readonly EntryChange[]): readonly EntryChange[] {
  const byField = new Map(earlier.map((change) => [change.field, change]));
  for (const change of later) {
    const first = byField.get(change.field);
    byField.set(change.field, first ? { ...change, old: first.old } : change);
  }
  return [...byField.values()].filter((change) => !sameValue(change.old, change.new));
}
