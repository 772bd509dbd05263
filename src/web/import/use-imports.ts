import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { type ImportJob, isBusy } from './import-job.ts';

const all = ['imports'] as const;
const one = (id: string) => [...all, id] as const;

/** This person's imports, the newest first. */
export function useImports() {
  return useQuery({
    queryKey: all,
    queryFn: ({ signal }) => api.get<{ imports: readonly ImportJob[] }>('imports', { signal }),
    select: ({ imports }) => imports,
  });
}

/** One import, looked at again twice a second while the server is at work on it. */
export function useImport(id: string) {
  return useQuery({
    queryKey: one(id),
    queryFn: ({ signal }) => api.get<ImportJob>(`imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? 500 : false),
  });
}

/** Brings files. */
export function useBringFiles() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append('files', file, file.name);
      return api.post<ImportJob>('imports', form);
    },
    onSuccess: (job) => client.setQueryData(one(job.id), job),
  });
}

/** What is asked of an import that is there. */
type Change =
  | { readonly do: 'change'; readonly files?: readonly object[]; readonly options?: object }
  | { readonly do: 'run'; readonly dryRun: boolean }
  | { readonly do: 'rollback' };

/** Changes, runs or takes back an import. */
export function useChangeImport(id: string) {
  const client = useQueryClient();
  return useMutation({
    // One after the other: a run is of what was changed before it, and its answer is the last.
    scope: { id: one(id).join(' ') },
    mutationFn: ({ do: verb, ...body }: Change) =>
      verb === 'change'
        ? api.patch<ImportJob>(`imports/${id}`, body)
        : api.post<ImportJob>(`imports/${id}/${verb}`, body),
    onSuccess: async (job) => {
      // A look that was under way would bring back how it was before, and nobody would look again.
      await client.cancelQueries({ queryKey: one(id) });
      client.setQueryData(one(id), job);
      client.invalidateQueries({ queryKey: all, exact: true });
    },
    onError: toastProblem,
  });
}
