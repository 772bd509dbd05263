import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import type { Consequence } from '#web/api/mutations.ts';
import type { WayTaken } from '../use-automations.ts';
import type { Draft } from './drawing.ts';

/** What a step would come to. */
export interface TriedStep {
  readonly key: string;
  readonly way?: WayTaken['way'];
  readonly unmet?: readonly unknown[];
  readonly loop?: TriedLoop;
  readonly calls?: { readonly program: string; readonly body: string | null };
  readonly wrote?: {
    readonly object: string;
    readonly name: string;
    readonly made: boolean;
    readonly fields: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
  };
  /** What an action would write besides. */
  readonly also?: readonly Consequence[];
  readonly told?: readonly string[];
  readonly mailed?: { readonly name: string; readonly outcome: string };
  readonly says?: { readonly text: string; readonly subject?: string };
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** What a loop would come to: the first records step by step, of others what would be refused. */
export interface TriedLoop {
  readonly total: number;
  readonly taken: number;
  readonly tried: number;
  readonly failed: number;
  readonly rounds: readonly { readonly name: string; readonly steps: readonly TriedStep[] }[];
  readonly refused: readonly { readonly name: string; readonly errors: NonNullable<TriedStep['errors']> }[];
}

export interface TriedAutomation {
  readonly unmet: readonly unknown[];
  readonly steps: readonly TriedStep[];
}

/** Tries what is drawn on a record, a moment after the last change of either. */
export function useAutomationTrial({ object, trigger, where, steps }: Draft, sample: string | undefined) {
  const asked = JSON.stringify({ object, trigger, where, steps, sample });
  const [written] = useDebouncedValue(asked, 400);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: ['automations', 'trial', written],
    queryFn: ({ signal }) => api.post<TriedAutomation>('automations/trial', JSON.parse(written), { signal }),
    enabled: sample !== undefined && (JSON.parse(written) as { sample?: string }).sample === sample,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  return { tried: error ? undefined : data, error, settled: written === asked && !isPlaceholderData };
}
