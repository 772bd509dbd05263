import { useQuery } from '@tanstack/react-query';
import { api } from '#web/api/client.ts';
import { useStepsWish } from './use-steps-wish.ts';

/** Something to begin with. */
export interface FirstStep {
  readonly name: string;
  readonly done: boolean;
}

/** The steps to be shown, if any; pending until that is known. */
export function useFirstSteps(): { readonly pending: boolean; readonly steps: readonly FirstStep[] } {
  const [wish] = useStepsWish();
  const { data, isLoading } = useQuery({
    queryKey: ['first-steps'],
    queryFn: ({ signal }) => api.get<{ steps: readonly FirstStep[] }>('first-steps', { signal }),
    enabled: wish !== 'away',
    staleTime: 0,
  });
  const steps = data?.steps ?? [];
  const shown = wish === 'wanted' || (wish === '' && steps.some(({ done }) => !done));
  return { pending: isLoading, steps: shown ? steps : [] };
}
