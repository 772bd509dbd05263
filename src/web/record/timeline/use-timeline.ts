import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { TimelinePage } from './timeline-entry.ts';

/** Everything that happened to a record and around it, newest first, a page at a time. */
export function useTimeline(object: string, id: string) {
  return useInfiniteQuery({
    queryKey: keys.timeline(object, id),
    queryFn: ({ pageParam, signal }) =>
      api.get<TimelinePage>(`records/${object}/${id}/timeline`, {
        query: { limit: 50, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
