/** So many records before and after one are near it. */
const near = 4;

/**
 * Records that are near each other when they are sorted by a text, and when they are sorted by it read from its end,
 * so that neither a slip at the end nor one at the beginning parts two that are alike (sorted neighbourhood: Hernández,
 * M. A. and Stolfo, S. J., The Merge/Purge Problem for Large Databases, 1995).
 */
export function* sortedNeighbours<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): Generator<readonly [Item, Item]> {
  const forwards = items.map((item) => ({ item, text: textOf(item) })).filter(({ text }) => text !== '');
  yield* neighbours(forwards);
  yield* neighbours(forwards.map(({ item, text }) => ({ item, text: Array.from(text).reverse().join('') })));
}

function* neighbours<Item>(
  items: readonly { readonly item: Item; readonly text: string }[],
): Generator<readonly [Item, Item]> {
  const sorted = items.toSorted((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));
  for (const [at, { item }] of sorted.entries()) {
    for (let after = at + 1; after <= at + near; after++) {
      const next = sorted[after];
      if (next !== undefined) yield [item, next.item];
    }
  }
}
