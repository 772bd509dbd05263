import type { RecordJson } from '#web/api/record.ts';

/** Tiles with one of them taken to another place. */
export function movedTo(tiles: readonly RecordJson[], id: string, to: number): readonly RecordJson[] {
  const moved = tiles.find((tile) => tile.id === id);
  if (!moved) return tiles;
  return tiles.filter((tile) => tile !== moved).toSpliced(to, 0, moved);
}

/** The places that must be written so that tiles follow each other like this: of those that are not so yet. */
export function placesOf(
  tiles: readonly RecordJson[],
): readonly { readonly tile: RecordJson; readonly place: number }[] {
  return tiles
    .map((tile, index) => ({ tile, place: index * 10 }))
    .filter(({ tile, place }) => tile.place !== place);
}
