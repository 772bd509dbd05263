import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import type { AuditEntry, AuditFilter, Verdict } from './audit-entry.ts';

interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next?: string;
}

/** What happened that people must be able to answer for, the latest first. */
export function useAudit(filter: AuditFilter) {
  return useInfiniteQuery({
    queryKey: ['audit', 'entries', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<AuditPage>('audit', { query: { ...filter, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // It is read to learn what happened just now.
    staleTime: 0,
  });
}

export function useAuditKinds(): readonly string[] {
  const { data } = useQuery({
    queryKey: ['audit', 'kinds'],
    queryFn: ({ signal }) => api.get<{ kinds: readonly string[] }>('audit/kinds', { signal }),
  });
  return data?.kinds ?? [];
}

/** Follows the chain of entries to its end. */
export function useVerify() {
  return useMutation({
    mutationFn: () => api.post<Verdict>('audit/verify'),
    onError: toastProblem,
  });
}

const retentionKey = ['audit', 'retention'];

/** For how many months entries are kept: always for null, unknown while it is being asked. */
export function useRetention(): number | null | undefined {
  const { data } = useQuery({
    queryKey: retentionKey,
    queryFn: ({ signal }) => api.get<{ months: number | null }>('audit/retention', { signal }),
  });
  return data?.months;
}

export function useSetRetention() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (months: number | null) => api.put('audit/retention', { months }),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
}
