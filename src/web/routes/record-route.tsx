import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useObjectMeta } from '#web/api/queries.ts';
import { useRecordName } from '#web/fields/reference/use-record-name.ts';
import { useRememberRecent } from '#web/palette/recents.ts';
import { RecordPage } from '#web/record/record-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { useDeclaredLabel } from './declared-label.ts';
import { ownPageOf } from './own-pages.ts';

/** A record's page, fresh for every record. */
export function RecordRoute() {
  const { object, id } = useParams({ from: '/app/$object/$id' });
  const purpose = useObjectMeta(object)?.purpose ?? '';
  const declared = useDeclaredLabel(purpose, id);
  const kept = useRecordName(object, id, { enabled: declared === undefined });
  useRememberRecent(object, id, declared ?? kept);
  const Page = ownPageOf(purpose) ?? RecordPage;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page key={`${object}/${id}`} object={object} id={id} />
    </Suspense>
  );
}
