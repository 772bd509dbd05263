import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#web/api/client.ts';
import { looksKey } from './look.ts';

/**
 * Says that I have a record before me, now and when I turn away from it, since what happens meanwhile happens before my
 * eyes. Gives since when what others did is new to me; undefined until it is known and when I see it for the first time.
 */
export function useLook(object: string, id: string): string | undefined {
  const client = useQueryClient();
  const path = `looks/${object}/${id}`;
  const { data } = useQuery({
    queryKey: [...looksKey, object, id],
    queryFn: () => api.post<{ since: string | null }>(path),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  useEffect(
    () => () => {
      // That it could not be said now means that a little more is called new later.
      api
        .post(path)
        .catch(() => undefined)
        .finally(() => client.invalidateQueries({ queryKey: looksKey, exact: true }));
    },
    [client, path],
  );
  return data?.since ?? undefined;
}
