import { usePreference } from '#web/kit/preference.ts';

/** What somebody has said about the first steps: nothing yet, that he wants to see them, or that he does not. */
export function useStepsWish() {
  return usePreference<'' | 'wanted' | 'away'>('firstSteps', '');
}
