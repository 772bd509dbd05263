import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { keys } from './keys.ts';
import { patchEverywhere, removeEverywhere, restoreCache } from './patch-cache.ts';
import type { RecordJson } from './record.ts';

type Values = Readonly<Record<string, unknown>>;

/** Lists and sums may have changed by more than the record itself. */
function refresh(client: QueryClient, object: string): void {
  client.invalidateQueries({ queryKey: keys.object(object) });
}

/** Creates a record. */
export function useCreate(object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (values: Values) => api.post<RecordJson>(`records/${object}`, values),
    onSuccess: () => refresh(client, object),
  });
}

export interface UpdateInput {
  readonly id: string;
  /** The version that was read; a stale one is refused with both versions. */
  readonly version: number;
  readonly values: Values;
}

/** Changes a record: shown at once, taken back when the server refuses. */
export function useUpdate(object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, values }: UpdateInput) =>
      api.patch<RecordJson>(`records/${object}/${id}`, { ...values, version }),
    onMutate: async ({ id, values }) => {
      await client.cancelQueries({ queryKey: keys.object(object) });
      return { before: patchEverywhere(client, object, id, values) };
    },
    onError: (_error, _input, context) => {
      if (context) restoreCache(client, context.before);
    },
    onSuccess: (record, { id }) => {
      patchEverywhere(client, object, id, record);
    },
    onSettled: () => refresh(client, object),
  });
}

/** Puts records into the bin; they leave the lists at once. */
export function useDelete(object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => api.delete<void>(`records/${object}/${id}`))),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey: keys.lists(object) });
      return { before: removeEverywhere(client, object, ids) };
    },
    onError: (_error, _ids, context) => {
      if (context) restoreCache(client, context.before);
    },
    onSettled: () => refresh(client, object),
  });
}

/** Takes records out of the bin again. */
export function useRestore(object: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ids: readonly string[]) =>
      Promise.all(ids.map((id) => api.post<RecordJson>(`records/${object}/${id}/restore`))),
    onSettled: () => refresh(client, object),
  });
}

export interface ActionInput {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly version?: number;
  readonly input?: Values;
}

/** What an action touched. */
export interface ActionOutcome {
  readonly records: readonly { readonly object: string; readonly id: string }[];
  readonly result?: Values;
  /** A new record to be looked over and saved. */
  readonly draft?: { readonly object: string; readonly values: Values };
}

/** What an action would do to records of one object. */
export interface Consequence {
  readonly object: string;
  readonly kind: 'create' | 'update' | 'delete';
  readonly count: number;
}

/** Runs an action by its name, `module.action`. */
export function useAction(name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ActionInput) => api.post<ActionOutcome>(`actions/${name}`, { input: {}, ...input }),
    onSuccess: (outcome) => {
      for (const object of new Set(outcome.records.map((record) => record.object))) refresh(client, object);
    },
  });
}
