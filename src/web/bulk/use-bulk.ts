import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { type BulkJob, type BulkPreview, type BulkRequest, isUnderWay } from './bulk-job.ts';

const all = ['bulk'] as const;
const one = (id: string) => [...all, id] as const;

/** What this person has done with many records, the newest first. */
export function useBulkJobs() {
  return useQuery({
    queryKey: all,
    queryFn: ({ signal }) => api.get<{ bulk: readonly BulkJob[] }>('bulk', { signal }),
    select: ({ bulk }) => bulk,
  });
}

/** One job, looked at again twice a second while the server is at work on it; lists show what it did when it has ended. */
export function useBulkJob(id: string | undefined) {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: one(id ?? ''),
    queryFn: ({ signal }) => api.get<BulkJob>(`bulk/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 500 : false),
  });
  const ended = data && !isUnderWay(data) ? `${data.id} ${data.state}` : undefined;
  const object = data?.object;
  useEffect(() => {
    if (ended && object) client.invalidateQueries({ queryKey: keys.object(object) });
  }, [client, ended, object]);
  return data;
}

/** What doing it would come to; undefined while nothing is asked. */
export function useBulkPreview(request: BulkRequest | undefined) {
  return useQuery({
    queryKey: ['bulkPreview', request],
    queryFn: ({ signal }) => api.post<BulkPreview>('bulk/preview', request, { signal }),
    enabled: request !== undefined,
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
  });
}

/** Asks for it; what is small is done when this answers. */
export async function beginBulk(client: QueryClient, request: BulkRequest): Promise<BulkJob> {
  return kept(client, await api.post<BulkJob>('bulk', request));
}

export function useBeginBulk() {
  const client = useQueryClient();
  return useMutation({ mutationFn: (request: BulkRequest) => beginBulk(client, request) });
}

/** Stops, goes on with or takes back. */
export async function moveBulk(
  client: QueryClient,
  id: string,
  verb: 'cancel' | 'resume' | 'undo',
): Promise<BulkJob> {
  return kept(client, await api.post<BulkJob>(`bulk/${id}/${verb}`));
}

export function useMoveBulk(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'cancel' | 'resume' | 'undo') => moveBulk(client, id, verb),
    onError: toastProblem,
  });
}

function kept(client: QueryClient, job: BulkJob): BulkJob {
  client.setQueryData(one(job.id), job);
  client.invalidateQueries({ queryKey: all, exact: true });
  if (!isUnderWay(job)) client.invalidateQueries({ queryKey: keys.object(job.object) });
  return job;
}
