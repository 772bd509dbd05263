import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';

/** The files of a record, fetched with their words when they are first drawn. */
export const FilesPanel = lazyView(
  () => withTexts(import('#web/files/files-panel.tsx'), 'files'),
  'FilesPanel',
);

/** How a form is put on other people's pages; few records have one. */
export const PublishPanel = lazyView(() => import('./publish/publish-panel.tsx'), 'PublishPanel');
