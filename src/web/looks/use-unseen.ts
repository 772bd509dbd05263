import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { looksKey, type UnseenChangesJson } from './look.ts';

/** The request behind `useUnseen`. */
export const unseenQuery = {
  queryKey: looksKey,
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    api.get<{ changes: readonly UnseenChangesJson[] }>('looks', { signal }),
};

/** What others did to records since I had them before me. */
export function useUnseen() {
  return useQuery(unseenQuery);
}

/** Takes all of it for seen. */
export function useSeeAll() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post('looks/seen'),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: looksKey, exact: true }),
  });
}
