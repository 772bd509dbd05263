import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';

/** A company of the installation, as whoever runs it sees it. */
export interface Company {
  readonly name: string;
  readonly label: string;
  readonly state: 'open' | 'suspended' | 'leaving';
  /** The company of which it is a copy without people. */
  readonly copyOf: string | null;
  readonly reason: string | null;
  readonly removeAfter: string | null;
  readonly createdAt: string;
}

export const companiesKey = ['workspaces'] as const;

export function useCompanies() {
  return useQuery({
    queryKey: companiesKey,
    queryFn: ({ signal }) => api.get<{ workspaces: readonly Company[] }>('workspaces', { signal }),
  });
}

/** Does something about one company, and looks again. */
export function useCompanyVerb(name: string, done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ verb, ...sent }: { readonly verb: string; readonly [sent: string]: unknown }) =>
      api.post(`workspaces/${name}/${verb}`, sent),
    onSuccess: done,
    onSettled: () => client.invalidateQueries({ queryKey: companiesKey }),
  });
}
