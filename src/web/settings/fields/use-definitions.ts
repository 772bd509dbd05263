import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { Definition, Draft } from './definition.ts';

/** The object whose records are fields that the company has added. */
export function useDefiningObject(): ObjectMeta | undefined {
  return useMeta().objects.find(({ purpose }) => purpose === 'definition');
}

/** The fields added to an object, in order; those put away when `bin` is told. */
export function useDefinitions(defining: string, object: string, bin: boolean) {
  const query = {
    where: JSON.stringify({ object }),
    sort: 'position,createdAt',
    limit: 200,
    bin,
  };
  return useQuery({
    queryKey: [...keys.lists(defining), { object, bin }],
    queryFn: ({ signal }) =>
      api.get<{ records: readonly Definition[] }>(`records/${defining}`, {
        query,
        signal,
      }),
    select: ({ records }) => records,
  });
}

/** What hangs on an added field. */
export interface Consequences {
  readonly filled: number;
  readonly lacking: number;
  readonly dependents: readonly {
    readonly kind: 'field' | 'mapping';
    readonly name: string;
    readonly label: string;
  }[];
}

export function useConsequences(id: string | undefined) {
  return useQuery({
    queryKey: ['fields', id, 'consequences'],
    queryFn: ({ signal }) => api.get<Consequences>(`fields/${id}/consequences`, { signal }),
    enabled: id !== undefined,
    gcTime: 0,
  });
}

/** Why added fields are not as their definitions say, by the definition's id. */
export function useFaults() {
  return useQuery({
    queryKey: ['records', 'faults of fields'],
    queryFn: ({ signal }) =>
      api.get<{ faults: readonly { id: string; errors: readonly { message: string }[] }[] }>(
        'fields/faults',
        {
          signal,
        },
      ),
    select: ({ faults }) =>
      new Map(faults.map(({ id, errors }) => [id, errors.map(({ message }) => message).join(' ')])),
  });
}

/** The formulas of an object that come with the product, as text, by their fields' names. */
export function useFormulas(object: string) {
  return useQuery({
    queryKey: ['fields', 'formulas', object],
    queryFn: ({ signal }) =>
      api.get<{ formulas: Readonly<Record<string, string>> }>('fields/formulas', {
        query: { object },
        signal,
      }),
    select: ({ formulas }) => formulas,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Adds a field, or changes the one that has the id. */
export function useSaveDefinition(defining: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, version, values }: { id?: string; version?: number; values: Draft }) =>
      id === undefined
        ? api.post<Definition>(`records/${defining}`, values)
        : api.patch<Definition>(`records/${defining}/${id}`, { ...values, version }),
    onSuccess: refresh,
  });
}

/** Puts a field away, brings one back, or deletes one for good. */
export function useFate(defining: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, fate }: { id: string; fate: 'away' | 'back' | 'gone' }) => {
      if (fate === 'away') await api.delete(`records/${defining}/${id}`);
      if (fate === 'back') await api.post(`records/${defining}/${id}/restore`);
      if (fate === 'gone') await api.delete(`fields/${id}`);
    },
    onSuccess: refresh,
  });
}

/** What there is has changed, and with it everything that is drawn. */
function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keys.meta }),
      client.invalidateQueries({ queryKey: ['records'] }),
    ]);
}
