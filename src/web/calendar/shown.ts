import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { Column } from '#web/views/columns.ts';
import type { DayNote } from './day-note.ts';
import type { Entry } from './entry.ts';
import type { WorkingTime } from './use-working-time.ts';

/** What every way of drawing a calendar is given. */
export interface Shown {
  readonly object: ObjectMeta;
  /** The field that tells when. */
  readonly field: FieldMeta;
  readonly columns: readonly Column[];
  readonly entries: readonly Entry[];
  readonly days: readonly string[];
  readonly today: string;
  readonly notes: ReadonlyMap<string, DayNote>;
  /** When whoever looks works. */
  readonly working: WorkingTime;
}
