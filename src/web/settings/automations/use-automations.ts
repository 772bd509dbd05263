import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { type DrawnStep, type DrawnTrigger, drawnName } from '#kernel/run-time/automation-definition.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';

/** An automation as it is stored. */
export interface StoredAutomation extends RecordJson {
  readonly name: string;
  readonly object: string;
  readonly trigger: DrawnTrigger;
  readonly where: unknown;
  readonly steps: readonly DrawnStep[] | null;
  readonly active: boolean;
}

/** The object whose records are automations. */
export function useAutomationObject(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'automation');
}

/** Everything that is drawn, by object and name. */
export function useAutomations(kind: string): readonly StoredAutomation[] | undefined {
  const query = { sort: 'object,name', limit: 500 };
  const { data } = useQuery({
    queryKey: [...keys.lists(kind), 'drawn'],
    queryFn: ({ signal }) =>
      api.get<{ records: readonly StoredAutomation[] }>(`records/${kind}`, { query, signal }),
  });
  return data?.records;
}

/** One automation at work on one record. */
export interface AutomationRun {
  readonly id: string;
  readonly object: string;
  readonly record: string;
  /** What the record is called; null where it is gone. */
  readonly called: string | null;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly wake: string;
  readonly started: string;
  readonly ended: string | null;
  readonly reason: string | null;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly ways: readonly WayTaken[];
  readonly loops: readonly LoopCame[];
}

/** How a loop of a run has come along, with the first records that failed. */
export interface LoopCame {
  readonly step: string;
  /** How many records it found. */
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  readonly waiting: number;
  readonly failed: number;
  readonly failures: readonly Round[];
}

/** What became of a record of a loop. */
export interface Round {
  readonly place: number;
  readonly object: string;
  readonly record: string;
  readonly called: string | null;
  readonly state: AutomationRun['state'];
  readonly reason: string | null;
  readonly errors?: AutomationRun['errors'];
}

/** Which way was taken at a branch, and the parts of its condition that did not hold. */
export interface WayTaken {
  readonly step: string;
  readonly way: 'met' | 'otherwise';
  readonly unmet: readonly unknown[];
}

/** Milliseconds between two looks at runs while they are on screen. */
const pace = 3000;

function runsKey(id: string) {
  return ['automation runs', id] as const;
}

/** The latest runs of an automation. */
export function useRuns(id: string) {
  return useQuery({
    queryKey: runsKey(id),
    queryFn: ({ signal }) =>
      api.get<{ runs: readonly AutomationRun[] }>('automation-runs', {
        query: { automation: drawnName(id) },
        signal,
      }),
    select: ({ runs }) => runs,
    refetchInterval: pace,
  });
}

/** Over which records a loop went, a page of them at a time, those that failed first. */
export function useRounds(run: string, step: string) {
  return useInfiniteQuery({
    queryKey: ['automation rounds', run, step],
    queryFn: ({ signal, pageParam }) =>
      api.get<{ rounds: readonly Round[]; more: boolean }>(`automation-runs/${run}/rounds`, {
        query: { step, offset: pageParam },
        signal,
      }),
    initialPageParam: 0,
    getNextPageParam: ({ more }, pages) =>
      more ? pages.reduce((before, { rounds }) => before + rounds.length, 0) : undefined,
  });
}

/** Lets a failed run go on with the step at which it failed. */
export function useRetryRun(automation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: string) => api.post(`automation-runs/${run}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: runsKey(automation) }),
  });
}
