import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ObjectMeta } from '#kernel/meta.ts';
import { api } from '#web/api/client.ts';
import { keys } from '#web/api/keys.ts';
import { useMeta } from '#web/api/queries.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { useRecordScope } from '../record-scope.ts';

export type Operation = 'read' | 'update' | 'delete';

/** One thing that lets somebody reach the record. */
export interface Reason {
  readonly kind: 'administrator' | 'role' | 'share' | 'rule';
  readonly operations: readonly Operation[];
  readonly role?: string;
  readonly scope?: unknown;
  readonly id?: string;
  readonly name?: string | null;
  readonly audience?: { readonly object: string | null; readonly name: string };
  readonly until?: string | null;
  readonly by?: string | null;
}

export interface Access {
  readonly person: { readonly id: string; readonly name: string };
  readonly may: Readonly<Record<Operation, boolean>>;
  readonly reasons: readonly Reason[];
}

/** The object by which records are shared, when records of this object can be. */
export function useShareObject(object: string): ObjectMeta | undefined {
  const share = useMeta().objects.find(({ purpose }) => purpose === 'share');
  const record = share?.fields.find(({ name }) => name === 'record');
  return record?.targets?.includes(object) ? share : undefined;
}

/** Why a person can reach the record of the page around; the person asking when nobody is named. */
export function useAccess(person: string | null) {
  const { object, record } = useRecordScope();
  return useQuery({
    queryKey: [...keys.recordAnySelect(object.name, record.id), 'access', person],
    queryFn: ({ signal }) =>
      api.get<Access>(`records/${object.name}/${record.id}/access`, { query: { person }, signal }),
    retry: false,
  });
}

/** Takes a share back. */
export function useUnshare(share: ObjectMeta) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete<void>(`records/${share.name}/${id}`),
    // Whom it lets in has changed.
    onSuccess: () => client.invalidateQueries({ queryKey: ['records'] }),
    onError: toastProblem,
  });
}
