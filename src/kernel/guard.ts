import type { Decision } from './change.ts';
import type { RecordOf, ValuesOf } from './object.ts';
import type { ObjectName } from './object-name.ts';
import type { Complaint } from './problem.ts';

/** A write about to happen: the record as it was (absent when new), as it will be, and the names that change. */
export interface Write<Name extends ObjectName> {
  readonly before: RecordOf<Name> | undefined;
  readonly after: RecordOf<Name>;
  readonly changed: ReadonlySet<string>;
}

/** A rule that must ask other records before a write. Runs for every door after the record's own rules. */
export interface Guard {
  readonly object: ObjectName;
  /** Runs only when one of these fields changes. */
  readonly fields: readonly string[];
  /** Further values that follow from other records; runs before the check. */
  complete?(write: Write<ObjectName>, decision: Decision): Promise<Completion> | Completion;
  check(write: Write<ObjectName>, decision: Decision): Promise<readonly Complaint[]> | readonly Complaint[];
}

export type Completion = Readonly<Record<string, unknown>>;

export function defineGuard<const Name extends ObjectName>(guard: {
  readonly object: Name;
  readonly fields: readonly (keyof ValuesOf<Name> & string)[];
  complete?(write: Write<Name>, decision: Decision): Promise<ValuesOf<Name>> | ValuesOf<Name>;
  check(write: Write<Name>, decision: Decision): Promise<readonly Complaint[]> | readonly Complaint[];
}): Guard {
  return Object.freeze(guard) as unknown as Guard;
}
