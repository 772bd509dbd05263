import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { FirstStep } from './first-step.ts';
import { firstStepsQuery } from './first-steps-query.ts';
import { useStepsWish } from './use-steps-wish.ts';

interface ShownSteps {
  /** Until it is known whether there are any. */
  readonly pending: boolean;
  readonly steps: readonly FirstStep[];
  /** What draws them. */
  readonly FirstSteps: typeof import('./first-steps.tsx').FirstSteps | undefined;
}

/** The steps to be shown, if any. */
export function useFirstSteps(): ShownSteps {
  const [wish, setWish] = useStepsWish();
  const { data, isLoading } = useQuery({
    ...firstStepsQuery,
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
  return { pending: isLoading, steps: shown ? steps : [], FirstSteps: data?.FirstSteps };
}
