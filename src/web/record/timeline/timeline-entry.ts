import type { RecordJson } from '#web/api/record.ts';

/** One field's change, as the timeline gives it. */
export interface EntryChange {
  readonly field: string;
  readonly label: string;
  readonly old: unknown;
  readonly new: unknown;
}

/** Something that happened to a record or around it. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  /** What the verb or the automation is called that did it. */
  readonly label?: string;
  readonly object: string;
  readonly record: { readonly id: string; readonly name: string | null };
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** Who acted in the actor's name, where that was somebody else. */
  readonly impersonator?: { readonly id: string; readonly name: string };
  readonly changes: readonly EntryChange[];
  /** The whole record, when it is something between people: a note, a call. */
  readonly activity?: RecordJson | null;
  /** The share, when the entry tells with whom something is shared. */
  readonly share?: RecordJson | null;
}

/** One page of a timeline. */
export interface TimelinePage {
  readonly entries: readonly TimelineEntry[];
  readonly next?: string | null;
}
