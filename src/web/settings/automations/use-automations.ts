import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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

/** Lets a failed run go on with the step at which it failed. */
export function useRetryRun(automation: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: string) => api.post(`automation-runs/${run}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: runsKey(automation) }),
  });
}
