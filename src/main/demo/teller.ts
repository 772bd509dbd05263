import type { Happening } from './happening.ts';
import { identifierAt } from './identifier.ts';
import type { Random } from './random.ts';
import { type PartOfDay, timeOf, workingDay } from './working-days.ts';

/** Collects what happens, gives each thing its hour, and leaves out what would lie in the future. */
export interface Teller {
  readonly random: Random;
  readonly now: number;
  /** Index 0 is Chinese, 1 English. */
  readonly story: readonly Happening[];
  /** Something is written down that day; returns its id. */
  create(object: PartOfDay, date: number, by: string, values: object): string;
  change(object: string, id: string, date: number, by: string, values: object, verb?: string): void;
}

export function tellerOf(random: Random, now: number): Teller {
  const story: Happening[] = [];
  const happens = (date: number, part: PartOfDay) => timeOf(workingDay(date), part, random.next());
  return {
    random,
    now,
    story,
    create(object, date, by, values) {
      const at = happens(date, object);
      const id = identifierAt(random, at);
      if (at < now) story.push({ kind: 'create', object, id, at, by, values: { ...values } });
      return id;
    },
    change(object, id, date, by, values, verb) {
      const at = happens(date, 'change');
      if (at < now)
        story.push({ kind: 'change', object, id, at, by, values: { ...values }, ...(verb && { verb }) });
    },
  };
}
