import { withTexts } from '#web/i18n/with-texts.ts';

/** What the first screen does without and the next click asks for. */
const next = [
  () => withTexts(import('#web/list/list-page.tsx'), 'views'),
  () => import('#web/routes/record-route.tsx'),
  () => import('#web/fields/text/editor.tsx'),
  () => import('#web/forms/record-form-dialog.tsx'),
  () => import('#web/notifications/notification-panel.tsx'),
  () => import('#web/views/filters/filter-form.tsx'),
];

/** Fetches what will be wanted next. What could not be fetched is fetched, and complained about, when it is wanted. */
export function fetchNext(): void {
  for (const load of next) load().catch(() => undefined);
}
