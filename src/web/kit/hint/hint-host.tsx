import { lazyPart } from '#web/kit/lazy-part.tsx';
import { useHinted } from './use-hinted.ts';

const Hint = lazyPart(() => import('./hint.tsx'), 'Hint');

/**
 * Shows what elements say of themselves in `data-hint`, and beside which of their sides in `data-hint-side`. One bubble
 * serves all: a page has a hundred such elements, and a tooltip drawn for each costs more than the elements themselves.
 */
export function HintHost() {
  const hinted = useHinted();
  return hinted && <Hint key={hinted.text} target={hinted.element} text={hinted.text} />;
}
