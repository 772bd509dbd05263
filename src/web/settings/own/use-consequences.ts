import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import type { OwnKind } from './own-kind.ts';

/** What hangs on something that a company added. */
export interface Consequences {
  /** Records that hold a value, of a field; of an object, its records. */
  readonly filled?: number;
  readonly lacking?: number;
  readonly records?: number;
  readonly dependents: readonly Dependent[];
}

export interface Dependent {
  readonly kind: 'field' | 'mapping' | 'records';
  readonly name: string;
  readonly label: string;
  readonly count?: number;
  readonly examples?: readonly string[];
}

export function useConsequences(kind: OwnKind, id: string | undefined) {
  return useQuery({
    queryKey: [kind, id, 'consequences'],
    queryFn: ({ signal }) => api.get<Consequences>(`${kind}/${id}/consequences`, { signal }),
    enabled: id !== undefined,
    gcTime: 0,
  });
}

/** What hangs on choices of a field; nothing is asked while there are none. */
export function useChoiceConsequences(object: string, field: string, choices: readonly string[]) {
  return useQuery({
    queryKey: ['choices', object, field, choices, 'consequences'],
    queryFn: ({ signal }) =>
      api.get<Consequences>('choices/consequences', {
        query: { object, field, choices: choices.join() },
        signal,
      }),
    enabled: choices.length > 0,
    gcTime: 0,
  });
}

/** How many records would lose something. */
export function heldBy({ filled, records }: Consequences): number {
  return filled ?? records ?? 0;
}
