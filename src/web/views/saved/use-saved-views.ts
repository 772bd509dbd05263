import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Meta, ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { SavedView } from './saved-view.ts';

const select = 'name,object,kind,icon,settings,everybody,standard,owner.name';

/** The object whose records are views. */
export function viewsObject(meta: Meta): ObjectMeta | undefined {
  return meta.objects.find(({ purpose }) => purpose === 'view');
}

/** The request for all views that this person may use; asked once and heard of when they change. */
export function savedViewsQuery(meta: Meta) {
  const object = viewsObject(meta)?.name;
  return {
    queryKey: [...keys.object(object ?? 'views'), 'saved'],
    queryFn: async (): Promise<readonly SavedView[]> =>
      object === undefined
        ? []
        : (
            await api.get<{ records: readonly SavedView[] }>(`records/${object}`, {
              query: { select, sort: 'name', limit: 1000 },
            })
          ).records,
    staleTime: Number.POSITIVE_INFINITY,
  };
}

/** Of all views those of one object: those for everybody first. */
export function savedViewsOf(all: readonly SavedView[], object: string): readonly SavedView[] {
  return all
    .filter((view) => view.object === object)
    .toSorted((one, other) => Number(other.everybody) - Number(one.everybody));
}

/** The views of an object that people keep. */
export function useSavedViews(object: string): readonly SavedView[] {
  const { data } = useSuspenseQuery(savedViewsQuery(useMeta()));
  return useMemo(() => savedViewsOf(data, object), [data, object]);
}
