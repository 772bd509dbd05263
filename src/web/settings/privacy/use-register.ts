import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';

/** A value with what it is called. */
export interface Called {
  readonly value: string;
  readonly label: string;
}

export interface Activity {
  readonly purpose: Called;
  readonly ground: Called;
  readonly people: readonly Called[];
  readonly fields: readonly (Called & { readonly object: Called; readonly sensitive: boolean })[];
}

/** The register of processing activities, as far as it is shown here. */
export interface Register {
  readonly activities: readonly Activity[];
  readonly assessments: readonly { readonly object: Called; readonly assessedOn: string | null }[];
  readonly unstated: readonly { readonly object: Called; readonly field: Called }[];
}

/** For how long an object's data are needed, and the months of the rule that sees to it. */
export interface Suggestion {
  readonly object: Called;
  readonly months: number;
  readonly inForce: number | null;
}

export function useRegister() {
  return useQuery({
    queryKey: ['privacy', 'register'],
    queryFn: ({ signal }) => api.get<Register>('privacy/register', { signal }),
  });
}

export const suggestionsKey = ['privacy', 'retention'] as const;

export function useSuggestions() {
  return useQuery({
    queryKey: suggestionsKey,
    queryFn: ({ signal }) => api.get<{ suggestions: readonly Suggestion[] }>('privacy/retention', { signal }),
  });
}
