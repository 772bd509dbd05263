import { Suspense } from 'react';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { shownFiles } from './preview-store.ts';

const PreviewDialog = lazyView(() => withTexts(import('./preview-dialog.tsx'), 'files'), 'PreviewDialog');

/** Shows the file that somebody wants to look at. */
export function PreviewHost() {
  const shown = useStore(shownFiles);
  if (!shown) return null;
  const close = () => shownFiles.set(undefined);
  return (
    <Suspense fallback={null}>
      <PreviewDialog {...shown} onMove={(at) => shownFiles.set({ ...shown, at })} onClose={close} />
    </Suspense>
  );
}
