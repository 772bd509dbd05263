import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import type { Suspect } from '../use-duplicates.ts';

/** How the look through all records of an object does, and how many pairs wait to be judged. */
export interface Queue {
  readonly object: string;
  readonly state: 'never' | 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly records: number;
  readonly seen: string | null;
  readonly problem: string | null;
  readonly count: number;
}

export interface Named {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Two records that may be one, the older first. */
export interface ReviewPair extends Pick<Suspect, 'score' | 'fields'> {
  readonly records: readonly [Named, Named];
}

export interface PairChoice {
  readonly least: number;
  readonly mine: boolean;
  readonly different: boolean;
}

interface Pairs {
  readonly pairs: readonly ReviewPair[];
  readonly count: number;
}

const queuesKey = ['records', 'duplicateQueues'] as const;
const pairsKey = (object: string) => [...keys.object(object), 'pairs'] as const;

export function isLooking({ state }: Queue): boolean {
  return state === 'queued' || state === 'running';
}

/** What waits, by object; looked at again twice a second while something is looked through. */
export function useQueues() {
  return useQuery({
    queryKey: queuesKey,
    queryFn: ({ signal }) => api.get<{ objects: readonly Queue[] }>('duplicates', { signal }),
    select: ({ objects }) => objects,
    refetchInterval: ({ state }) => (state.data?.objects.some(isLooking) ? 500 : false),
  });
}

/** The pairs of an object, asked for anew when a look through it has ended. */
export function usePairs({ object, state, seen }: Queue, choice: PairChoice) {
  const client = useQueryClient();
  const ended = state === 'done' ? seen : undefined;
  useEffect(() => {
    if (ended) client.invalidateQueries({ queryKey: pairsKey(object) });
  }, [client, ended, object]);
  return useQuery({
    queryKey: [...pairsKey(object), choice],
    queryFn: ({ signal }) => api.get<Pairs>(`duplicates/${object}/pairs`, { query: { ...choice }, signal }),
    placeholderData: (before) => before,
  });
}

/** Starts the look through all records of an object, or stops it. */
export function useLook(object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'look' | 'look/cancel') => api.post(`duplicates/${object}/${verb}`),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: queuesKey }),
  });
}

/** Remembers that two records are not the same, or takes it back. */
export function useJudge(object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ pair, different }: { readonly pair: ReviewPair; readonly different: boolean }) =>
      api.post(`duplicates/${object}/verdict`, { records: pair.records.map(({ id }) => id), different }),
    onError: toastProblem,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queuesKey }),
        client.invalidateQueries({ queryKey: keys.object(object) }),
      ]),
  });
}
