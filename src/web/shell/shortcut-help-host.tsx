import { Suspense } from 'react';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { shortcutHelp } from './shortcut-help-store.ts';

const ShortcutHelp = lazyView(() => import('./shortcut-help.tsx'), 'ShortcutHelp');

/** Shows the list of keys once it was asked for. */
export function ShortcutHelpHost() {
  return useStore(shortcutHelp) ? (
    <Suspense fallback={null}>
      <ShortcutHelp />
    </Suspense>
  ) : null;
}
