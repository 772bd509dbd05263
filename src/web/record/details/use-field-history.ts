import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { TimelinePage } from '../timeline/timeline-entry.ts';

/** What happened to one field of a record, the latest first, a page at a time. */
export function useFieldHistory(object: string, id: string, field: string) {
  return useInfiniteQuery({
    queryKey: [...keys.timeline(object, id), field],
    queryFn: ({ pageParam, signal }) =>
      api.get<TimelinePage>(`records/${object}/${id}/timeline`, {
        query: { fields: field, limit: 20, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
