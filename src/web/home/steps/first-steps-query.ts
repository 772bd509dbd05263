import { api } from '#web/api/client.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import type { FirstStep } from './first-step.ts';

/** The request for what somebody new begins with, and for what draws it, so that the page is drawn once with both. */
export const firstStepsQuery = {
  queryKey: ['first-steps'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const [{ steps }, { FirstSteps }] = await Promise.all([
      api.get<{ steps: readonly FirstStep[] }>('first-steps', { signal }),
      withTexts(import('./first-steps.tsx'), 'help'),
    ]);
    return { steps, FirstSteps };
  },
};
