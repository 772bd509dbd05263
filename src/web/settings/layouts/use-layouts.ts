import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ObjectMeta, PageMeta } from '#kernel/meta.ts';
import type { LayoutSettings } from '#kernel/run-time/page-layout.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';

/** A layout as it is stored. */
export interface StoredLayout extends RecordJson {
  readonly name: string;
  readonly roles: readonly string[] | null;
  readonly recordTypes: readonly string[] | null;
  readonly settings: LayoutSettings | null;
  readonly position: number | null;
}

/** The object whose records are layouts. */
export function useLayoutObject(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'layout');
}

/** The layouts of an object, in the order in which they are asked whether they fit. */
export function useStoredLayouts(kind: string, object: string): readonly StoredLayout[] {
  const query = { where: JSON.stringify({ object }), sort: 'position,createdAt', limit: 200 };
  const { data } = useQuery({
    queryKey: [...keys.lists(kind), 'layouts', object],
    queryFn: ({ signal }) =>
      api.get<{ records: readonly StoredLayout[] }>(`records/${kind}`, { query, signal }),
  });
  return data?.records ?? [];
}

interface Pages {
  /** As the product declares it. */
  readonly declared: PageMeta;
  /** As a person sees it. */
  readonly seen: PageMeta;
}

/** The declared page of an object, and the page that somebody sees of its records of a type. */
export function usePages(kind: string, object: string, person?: string | null, type?: string | null) {
  return useQuery({
    // What the layouts of the object are is part of the answer.
    queryKey: [...keys.lists(kind), 'pages', object, person ?? '', type ?? ''],
    queryFn: ({ signal }) =>
      api.get<Pages>(`layouts/${object}`, {
        query: { ...(person && { person }), ...(type && { type }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}
