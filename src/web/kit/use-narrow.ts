import { useMediaQuery } from '@mantine/hooks';

/** Whether the window is as narrow as a phone. Stylesheets use the same 720 px. */
export function useNarrow(): boolean {
  return useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false }) ?? false;
}
