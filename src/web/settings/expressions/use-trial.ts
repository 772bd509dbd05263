import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';

/** What the server says of an expression that is being written. */
export interface Trial {
  readonly result?: string;
  readonly fault?: { readonly message: string; readonly from: number; readonly to: number };
  readonly sample?: { readonly id: string; readonly name: string; readonly value: unknown };
}

export interface TrialQuestion {
  readonly object: string;
  readonly expression: string;
  readonly name?: string | undefined;
  readonly scale?: number | undefined;
  readonly wanted?: 'boolean' | undefined;
  readonly sample?: string | undefined;
}

/** Tries an expression on a record a moment after the last change; `settled` when the answer is of what stands there. */
export function useTrial(question: TrialQuestion): {
  readonly trial: Trial | undefined;
  readonly settled: boolean;
} {
  const asked = JSON.stringify(question);
  const [written] = useDebouncedValue(asked, 300);
  const { expression } = JSON.parse(written) as TrialQuestion;
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['fields', 'trial', written],
    queryFn: ({ signal }) => api.post<Trial>('fields/trial', JSON.parse(written), { signal }),
    enabled: expression.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const empty = question.expression.trim() === '';
  return { trial: empty ? undefined : data, settled: written === asked && !isPlaceholderData };
}
