import { useQuery } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { OwnObject } from './own-object.ts';

/** The object whose records are objects that the company has added. */
export function useObjectDefining(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'objectDefinition');
}

/** The objects that the company has added, in order; those put away when `bin` is told. */
export function useOwnObjects(defining: string, bin: boolean) {
  const query = { sort: 'position,createdAt', limit: 200, bin };
  return useQuery({
    queryKey: [...keys.lists(defining), { bin }],
    queryFn: ({ signal }) =>
      api.get<{ records: readonly OwnObject[] }>(`records/${defining}`, { query, signal }),
    select: ({ records }) => records,
  });
}
