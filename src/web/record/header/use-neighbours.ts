import { useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/keys.ts';
import type { ListData } from '#web/api/patch-cache.ts';
import type { ListQuery } from '#web/api/record.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';

/** Lists shorter than this are parts of other pages, such as related lists. */
const SHORTEST_PAGE = 20;

/** Previous and next in the list that was on screen last and holds this record. */
export function useNeighbours(object: string, id: string): Neighbours {
  const client = useQueryClient();
  const lists = client
    .getQueryCache()
    .findAll({ queryKey: keys.lists(object) })
    .filter(({ queryKey }) => ((queryKey[3] as ListQuery | undefined)?.limit ?? 60) >= SHORTEST_PAGE)
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  for (const { state } of lists) {
    // A list that was read whole, as in the settings, has no pages, and nobody leafs through it.
    const { pages = [] } = (state.data ?? {}) as Partial<ListData>;
    const ids = pages.flatMap((page) => page.records.map((record) => record.id));
    if (ids.includes(id)) return neighboursOf(id, ids, pages[0]?.count);
  }
  return {};
}
