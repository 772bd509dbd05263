import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#web/api/client.ts';
import { useStepsWish } from './use-steps-wish.ts';

/** Something to begin with. */
export interface FirstStep {
  readonly name: string;
  readonly done: boolean;
}

/** The steps to be shown, if any; pending until that is known. */
export function useFirstSteps(): { readonly pending: boolean; readonly steps: readonly FirstStep[] } {
  const [wish, setWish] = useStepsWish();
  const { data, isLoading } = useQuery({
    queryKey: ['first-steps'],
    queryFn: ({ signal }) => api.get<{ steps: readonly FirstStep[] }>('first-steps', { signal }),
    enabled: wish !== 'away',
    staleTime: 0,
  });
  const steps = data?.steps ?? [];
  const over = wish === '' && data !== undefined && steps.every(({ done }) => done);
  // Whoever has done them all need not wait for them again.
  useEffect(() => {
    if (over) setWish('away');
  }, [over, setWish]);
  const shown = wish === 'wanted' || (wish === '' && !over);
  return { pending: isLoading, steps: shown ? steps : [] };
}
