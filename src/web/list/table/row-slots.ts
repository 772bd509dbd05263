/**
 * Gives each row in sight a slot. A row keeps its slot; a new one takes that of one that has gone, so that
 * scrolling fills elements anew instead of making others.
 */
export function rowSlots(
  before: ReadonlyMap<number, number>,
  rows: readonly number[],
): ReadonlyMap<number, number> {
  const slots = new Map<number, number>();
  const taken = new Set<number>();
  for (const row of rows) {
    const slot = before.get(row);
    if (slot === undefined) continue;
    slots.set(row, slot);
    taken.add(slot);
  }
  let free = 0;
  for (const row of rows) {
    if (slots.has(row)) continue;
    while (taken.has(free)) free += 1;
    slots.set(row, free);
    taken.add(free);
  }
  return slots;
}

/** Rows in the order of their slots, in which no element has to move; for the while that nobody reads them. */
export function bySlot<T extends { readonly index: number }>(
  rows: readonly T[],
  slots: ReadonlyMap<number, number>,
): readonly T[] {
  return rows.toSorted((one, other) => (slots.get(one.index) ?? 0) - (slots.get(other.index) ?? 0));
}
