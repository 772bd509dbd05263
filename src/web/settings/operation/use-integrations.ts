import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';

/** A service outside, with how it fared lately. */
export interface Integration {
  readonly name: string;
  readonly kind: 'site' | 'mail' | 'push' | 'scanner' | 'backups' | 'signIn' | 'traces';
  readonly address?: string;
  readonly label?: string;
  readonly succeeded: string | null;
  readonly failed: string | null;
  readonly reason: string | null;
  readonly certificate: { readonly until: string; readonly subject: string; readonly issuer: string } | null;
  /** Why its certificate could not be read. */
  readonly fault: string | null;
}

export interface ClientVersion {
  readonly build: string;
  readonly people: number;
  readonly last: string;
}

interface Outside {
  readonly integrations: readonly Integration[];
  readonly clients: readonly ClientVersion[];
  /** The build that the server gives out. */
  readonly build: string | null;
}

/** What the installation has to do with outside; certificates take a moment to be asked for. */
export function useIntegrations() {
  return useQuery({
    queryKey: ['operation', 'integrations'],
    queryFn: ({ signal }) => api.get<Outside>('operation/integrations', { signal }),
    staleTime: 60_000,
  });
}
