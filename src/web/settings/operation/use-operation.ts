import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';

export interface Queue {
  readonly name: 'automations' | 'deliveries' | 'webhooks' | 'imports' | 'history';
  readonly waiting: number;
  readonly failed: number;
  readonly dueSince: string | null;
}

export interface State {
  readonly version: string;
  readonly node: string;
  readonly postgres: string;
  readonly uptime: number;
  readonly memory: number;
  readonly database: number;
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly connections: { readonly used: number; readonly most: number };
}

export interface Statement {
  readonly text: string;
  readonly calls: number;
  readonly total: number;
  readonly mean: number;
  readonly longest: number;
}

export interface BackupSettings {
  readonly every: 'off' | 'hourly' | 'daily' | 'weekly';
  readonly hour: number;
  readonly keep: number;
  readonly drill: 'off' | 'weekly' | 'monthly';
  /** For how many days one can go back to any moment; 0 for not at all. */
  readonly pointInTime: number;
}

export interface Run {
  readonly id: string;
  readonly kind: 'backup' | 'drill' | 'archive' | 'momentDrill' | 'upgrade';
  readonly state: 'running' | 'done' | 'failed';
  readonly started: string;
  readonly ended: string | null;
  readonly facts: {
    readonly rows?: number;
    readonly bytes?: number;
    readonly contents?: number;
    /** To which it was gone back. */
    readonly moment?: string;
    /** Of an upgrade. */
    readonly from?: string | null;
    readonly to?: string;
  };
  readonly reason: string | null;
}

/** A bucket that was set here, without what is secret. */
export interface BackupBucket {
  readonly address: string;
  readonly bucket: string;
  readonly folder: string;
  readonly region: string;
  readonly keyId: string;
}

export interface Backups {
  readonly place: string | null;
  readonly set: BackupBucket | null;
  /** Whether the place is set on the server, and only there. */
  readonly byEnvironment: boolean;
  readonly settings: BackupSettings;
  /** From when to when one can go back; null where the database is another server's. */
  readonly moments: { readonly from?: string; readonly to?: string } | null;
  readonly kept: readonly { readonly name: string; readonly bytes: number }[];
  readonly runs: readonly Run[];
}

/** The installation's own parts only for those who run it. */
export interface Operation {
  readonly queues: readonly Queue[];
  readonly state?: State;
  readonly statements?: readonly Statement[] | null;
  readonly backup?: Backups;
}

const key = ['operation'] as const;

/** How the installation does, looked at again every ten seconds while somebody looks. */
export function useOperation() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Operation>('operation', { signal }),
    refetchInterval: 10_000,
  });
}

/** Asks for something to be done there, and looks again. */
export function useOperate(done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (path: string) => api.post(`operation/${path}`, {}),
    onSuccess: done,
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}
