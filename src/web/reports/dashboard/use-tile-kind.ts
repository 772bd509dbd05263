import { useMeta } from '#web/api/queries.ts';

/** The object whose records are the tiles of dashboards. */
export function useTileKind(): string {
  return useMeta().objects.find(({ purpose }) => purpose === 'tile')?.name ?? '';
}
