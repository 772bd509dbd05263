import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { useRecordScope } from '../record-scope.ts';

/** What an erasure takes, and what it leaves. */
export interface Erasure {
  readonly erased: readonly { readonly object: string; readonly count: number }[];
  readonly kept: readonly { readonly object: string; readonly count: number }[];
}

function usePath(): string {
  const { object, record } = useRecordScope();
  return `records/${object.name}/${record.id}`;
}

/** Where the archive of what is known of the person comes from. */
export function useArchiveHref(): string {
  return `/api/${usePath()}/personal-data`;
}

/** What would go and what would stay. */
export function useErasurePreview() {
  const path = usePath();
  return useQuery({
    queryKey: ['erasure', path],
    queryFn: ({ signal }) => api.get<Erasure>(`${path}/erasure`, { signal }),
    staleTime: 0,
  });
}

export function useErase() {
  const path = usePath();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => api.post<Erasure>(`${path}/erasure`, { reason }),
    // It may be told anywhere.
    onSuccess: () => client.invalidateQueries(),
  });
}
