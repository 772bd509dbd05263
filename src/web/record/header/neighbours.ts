/** Where a record stands among those of the list it was opened from. */
export interface Neighbours {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  readonly position?: { readonly at: number; readonly of: number } | undefined;
}

/** The records before and after this one; nothing when the list does not hold it. */
export function neighboursOf(id: string, list: readonly string[], total = list.length): Neighbours {
  const index = list.indexOf(id);
  if (index < 0) return {};
  return {
    previous: list[index - 1],
    next: list[index + 1],
    position: { at: index + 1, of: Math.max(total, list.length) },
  };
}
