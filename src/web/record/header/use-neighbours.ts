import { useQueryClient } from '@tanstack/react-query';
import { keys } from '#web/api/keys.ts';
import { isPaged, type ListData } from '#web/api/patch-cache.ts';
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
    const data = state.data as ListData | undefined;
    // Nobody leafs through what is read whole, as in the settings.
    if (!isPaged(data)) continue;
    const ids = data.pages.flatMap((page) => page.records.map((record) => record.id));
    if (ids.includes(id)) return neighboursOf(id, ids, data.pages[0]?.count);
  }
  return {};
}
