import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useObjectMeta } from '#web/api/queries.ts';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useRememberRecent } from '#web/palette/recents.ts';
import { RecordPage } from '#web/record/record-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { useDeclaredLabel } from './declared-label.ts';

/** Records that have a page of their own kind, by what the engine uses them for. */
const ownPages = {
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

/** A record's page, fresh for every record. */
export function RecordRoute() {
  const { object, id } = useParams({ from: '/app/$object/$id' });
  const purpose = useObjectMeta(object)?.purpose ?? '';
  const declared = useDeclaredLabel(purpose, id);
  const kept = useRecordName(object, id, { enabled: declared === undefined });
  useRememberRecent(object, id, declared ?? kept);
  const Page = purpose in ownPages ? ownPages[purpose as keyof typeof ownPages] : RecordPage;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page key={`${object}/${id}`} object={object} id={id} />
    </Suspense>
  );
}
