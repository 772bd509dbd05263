import type { Context } from '../records/context.ts';
import { takerOf } from './person-taking.ts';

/** How a record was looked at: opened by itself, or shown as a row of a list. */
export type Way = 'opened' | 'listed';

/** What one person has looked at of one object since it was last written down. */
export interface Tally {
  readonly person: string;
  readonly object: string;
  opened: number;
  listed: number;
  /** From which it was asked last. */
  address: string;
}

/**
 * Counts in memory what people look at, for this stands in the way of every read: three look-ups and an addition, and no
 * statement. What has been counted is taken from here every few seconds; see `serveViewCounts`.
 */
export class ViewCounts {
  /** By schema, person and object. */
  #tallies = new Map<string, Map<string, Map<string, Tally>>>();

  add(context: Context, object: string, way: Way, records: number, address: string): void {
    const person = takerOf(context.actor);
    if (person === null || records === 0) return;
    const tally = this.#tally(context.workspace.schema, person, object);
    tally[way] += records;
    tally.address = address;
  }

  /** Whether there is nothing to write down. */
  get empty(): boolean {
    return this.#tallies.size === 0;
  }

  /** What was counted in a workspace, which is forgotten here. */
  take(schema: string): readonly Tally[] {
    const people = this.#tallies.get(schema);
    this.#tallies.delete(schema);
    return [...(people?.values() ?? [])].flatMap((objects) => [...objects.values()]);
  }

  /** Brings back what could not be written down. */
  putBack(schema: string, taken: readonly Tally[]): void {
    for (const { person, object, opened, listed, address } of taken) {
      const tally = this.#tally(schema, person, object);
      tally.opened += opened;
      tally.listed += listed;
      tally.address ||= address;
    }
  }

  #tally(schema: string, person: string, object: string): Tally {
    const people = entry(this.#tallies, schema, () => new Map<string, Map<string, Tally>>());
    const objects = entry(people, person, () => new Map<string, Tally>());
    return entry(objects, object, () => ({ person, object, opened: 0, listed: 0, address: '' }));
  }
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
