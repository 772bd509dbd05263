import { Suspense } from 'react';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { help } from './help-store.ts';

const HelpPanel = lazyView(() => withTexts(import('./help-panel.tsx'), 'help'), 'HelpPanel');

/** Shows the help once it was asked for. */
export function HelpHost() {
  return useStore(help) ? (
    <Suspense fallback={null}>
      <HelpPanel />
    </Suspense>
  ) : null;
}
