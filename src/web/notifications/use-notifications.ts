import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { onGap, onLive } from '#web/live/event-stream.ts';
import type { ChangeEvent } from '#web/live/live-events.ts';
import type { NotificationPageJson } from './notification.ts';

const key = ['notifications'] as const;

/** What I have been told, newest first, page after page. */
export function useNotifications(onlyUnread: boolean) {
  return useInfiniteQuery({
    queryKey: [...key, onlyUnread],
    queryFn: ({ pageParam, signal }) =>
      api.get<NotificationPageJson>('notifications', {
        query: { unread: onlyUnread || undefined, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
}

/** Asks again when there is news, when a record of which I was told changes, and after a gap. */
export function useLiveNotifications(): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => client.invalidateQueries({ queryKey: key });
    const stops = [
      onLive('notification', refresh),
      onLive('change', (change) => {
        if (tellsOf(client, change)) refresh();
      }),
      onGap(refresh),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [client]);
}

function tellsOf(client: QueryClient, { object, id }: ChangeEvent): boolean {
  return client
    .getQueriesData<InfiniteData<NotificationPageJson>>({ queryKey: key })
    .some(([, data]) =>
      data?.pages.some(({ notifications }) =>
        notifications.some((told) => told.object === object && told.record === id),
      ),
    );
}

interface Change {
  readonly id: string;
  readonly read?: boolean;
  readonly snoozed?: string;
}

/** Marks one read or unread, or puts it off; the server's word follows at once. */
export function useMarkNotification() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: Change) => api.patch(`notifications/${id}`, change),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

/** Marks everything read. */
export function useReadAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('notifications/read-all'),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
