import { useQuery } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import type { Definition } from './definition.ts';

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
