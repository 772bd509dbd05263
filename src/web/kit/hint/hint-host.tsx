import { Suspense } from 'react';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useHinted } from './use-hinted.ts';

const Hint = lazyView(() => import('./hint.tsx'), 'Hint');

/**
 * Shows what elements say of themselves in `data-hint`, and beside which of their sides in `data-hint-side`. One bubble
 * serves all: a page has a hundred such elements, and a tooltip drawn for each costs more than the elements themselves.
 */
export function HintHost() {
  const hinted = useHinted();
  return (
    <Suspense fallback={null}>
      {hinted && <Hint key={hinted.text} target={hinted.element} text={hinted.text} />}
    </Suspense>
  );
}
