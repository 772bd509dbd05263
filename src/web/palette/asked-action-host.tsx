import { Suspense } from 'react';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { askedAction } from './asked-action-store.ts';

const ActionDialog = lazyView(() => import('#web/record/actions/action-dialog.tsx'), 'ActionDialog');

/** Shows the form of the action that was picked in the palette. */
export function AskedActionHost() {
  const asked = useStore(askedAction);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <ActionDialog {...asked} onClose={() => askedAction.set(undefined)} />
    </Suspense>
  );
}
