import type { Creation } from '../happening.ts';
import { identifierAt } from '../identifier.ts';
import type { Random } from '../random.ts';
import { startOfDay } from '../working-days.ts';

/** What was written down of the company's trade, by object; what refers to something stands in a later object. */
export interface Books {
  readonly random: Random;
  readonly now: number;
  readonly entries: readonly Creation[];
  /** Writes something down on that day; returns its id. */
  enter(object: string, at: number, by: string, values: object): string;
}

export function booksOf(random: Random, now: number): Books {
  const entries: Creation[] = [];
  let last = { at: 0, by: '', hour: 0 };
  return {
    random,
    now,
    entries,
    enter(object, at, by, values) {
      // At some hour of the working day, what belongs together one after the other.
      const follows = entries.length > 0 && last.at === at && last.by === by;
      const wanted = follows ? last.hour + 60_000 : startOfDay(at) + random.whole(540, 1020) * 60_000;
      const hour = Math.min(wanted, now - 60_000);
      last = { at, by, hour };
      const id = identifierAt(random, hour);
      entries.push({ kind: 'create', object, id, at: hour, by, values: { ...values } });
      return id;
    },
  };
}
