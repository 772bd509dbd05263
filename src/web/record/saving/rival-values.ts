import type { Values } from '#web/fields/field-props.ts';

/** One field that two people changed: what it was, what each of them wrote. */
export interface RivalValue {
  readonly field: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/**
 * Which of my changes meet somebody else's. A field that nobody else touched since I read it is no conflict,
 * even though the record has a newer version.
 */
export function rivalValues(base: Values, current: Values, mine: Values): readonly RivalValue[] {
  return Object.entries(mine)
    .filter(([field, value]) => !sameValue(base[field], current[field]) && !sameValue(value, current[field]))
    .map(([field, value]) => ({ field, mine: value, theirs: current[field] ?? null }));
}

/** Whether two readings of a field are the same, a reference with its name counting as its id. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other));
}

/** The value as it is written: references without the names they were read with. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === undefined || value === '') return null;
  if (typeof value !== 'object' || value === null) return value;
  const { id, object } = value as Values;
  if (typeof id !== 'string') return Object.fromEntries(Object.entries(value).sort(byName));
  return typeof object === 'string' ? { object, id } : id;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
