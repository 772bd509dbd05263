import { useLayoutEffect } from 'react';
import { usePreference } from '#web/kit/preference.ts';

export type Density = 'comfortable' | 'compact';

/** How tall rows are, in pixels. */
export const rowHeights: Readonly<Record<Density, number>> = { comfortable: 40, compact: 32 };

/** How much fits on the screen, as this person likes it; stylesheets read it from the document. */
export function useDensity() {
  const [density, setDensity] = usePreference<Density>('density', 'comfortable');
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density;
    document.documentElement.style.setProperty('--gx-row', `${rowHeights[density]}px`);
  }, [density]);
  return { density, setDensity };
}
