import { useMutation } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { useRefresh } from './use-refresh.ts';

/** Adds a definition, or changes the one that has the id. */
export function useSaveOwn<Definition>(defining: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, version, values }: { id?: string; version?: number; values: Partial<Definition> }) =>
      id === undefined
        ? api.post<Definition>(`records/${defining}`, values)
        : api.patch<Definition>(`records/${defining}/${id}`, { ...values, version }),
    onSuccess: refresh,
  });
}
