import type { ComponentType } from 'react';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';

/** Records that have a page of their own kind, by what the engine uses them for. */
const ownPages: Readonly<Record<string, ComponentType<{ object: string; id: string }>>> = {
  comment: lazyView(() => import('#web/record/comments/comment-page.tsx'), 'CommentPage'),
  report: lazyView(
    () => withTexts(import('#web/reports/report-page.tsx'), 'reports', 'reportWords', 'views'),
    'ReportPage',
  ),
  dashboard: lazyView(
    () => withTexts(import('#web/reports/dashboard/dashboard-page.tsx'), 'reports', 'reportWords', 'views'),
    'DashboardPage',
  ),
};

/** The page of a record of which another kind is drawn than of most. */
export function ownPageOf(purpose: string | undefined) {
  return ownPages[purpose ?? ''];
}
