import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Values } from '#web/fields/field-props.ts';
import { mayMerge } from './may-merge.ts';

/** A record that may be the same thing as the one on screen, and how far that convinces. */
export interface Suspect {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly fields: readonly { readonly field: string; readonly likeness: number }[];
}

/** Possible duplicates of a record that may be merged by this person. */
export function useDuplicates(object: ObjectMeta, record: RecordJson): readonly Suspect[] {
  const { data } = useQuery({
    queryKey: [...keys.recordAnySelect(object.name, record.id), 'duplicates', record.version],
    queryFn: ({ signal }) =>
      api.get<{ duplicates: readonly Suspect[] }>(`records/${object.name}/${record.id}/duplicates`, {
        signal,
      }),
    enabled: mayMerge(object),
    staleTime: 60_000,
  });
  return data?.duplicates ?? [];
}

/** Makes other records part of this one. */
export function useMerge(object: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { readonly with: readonly string[]; readonly values: Values }) =>
      api.post<RecordJson>(`records/${object}/${id}/merge`, input),
    // What moved may be of any object.
    onSuccess: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
}

/** Takes the latest merge of this record back. */
export function useUnmerge(object: string, id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<RecordJson>(`records/${object}/${id}/unmerge`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['records'] }),
  });
}
