import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { metaQuery } from '#web/api/queries.ts';

/** What a configuration would change, or has changed. */
export interface Plan {
  readonly settings: Readonly<Record<string, readonly [unknown, unknown]>>;
  readonly records: readonly {
    readonly object: string;
    readonly key: Readonly<Record<string, unknown>>;
    readonly change: 'create' | 'update' | 'left';
    readonly fields: Readonly<Record<string, readonly [unknown, unknown]>>;
  }[];
}

/** Asks what a file would change. */
export function usePlan() {
  return useMutation({
    mutationFn: async (file: File) => {
      const configuration = asObject(await file.text());
      return { configuration, plan: await api.post<Plan>('configuration/plan', configuration) };
    },
  });
}

/** Sets the product up as the configuration says. */
export function useApply(done: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (configuration: object) => api.post<Plan>('configuration/apply', configuration),
    onSuccess: async () => {
      await client.invalidateQueries();
      await client.fetchQuery({ ...metaQuery, staleTime: 0 });
      done();
    },
  });
}

/** What is no JSON is sent as nothing, so that the server says what it expects. */
function asObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
