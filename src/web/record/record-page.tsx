import { useDocumentTitle } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta, useObjectMeta, useRecord } from '#web/api/queries.ts';
import { Subject } from '#web/fields/rich-text/subject.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { withPageOf } from './page-of.ts';
import { pageSelect } from './page-select.ts';
import { RecordLayout } from './record-layout.tsx';

interface RecordPageProps {
  readonly object: string;
  readonly id: string;
  /** In a panel beside a list: what closes it. */
  onClose?(): void;
}

/** A record's page, drawn from what its object declares. */
export function RecordPage({ object, ...rest }: RecordPageProps) {
  const meta = useObjectMeta(object);
  return meta ? <LoadedRecord object={meta} {...rest} /> : <NotFoundPage />;
}

interface LoadedRecordProps {
  readonly object: ObjectMeta;
  readonly id: string;
  onClose?(): void;
}

function LoadedRecord({ object, id, onClose }: LoadedRecordProps) {
  const meta = useMeta();
  const { data: record, error } = useRecord(object.name, id, pageSelect(meta, object));
  const subject = useMemo(() => ({ object: object.name, id }), [object.name, id]);
  useDocumentTitle(record ? `${String(record[object.nameField] ?? object.label)} · Guanxi` : object.label);

  if (error && !record) {
    if (error instanceof ProblemError && error.status === 404) return <NotFoundPage />;
    throw error;
  }
  if (!record) return <PageSkeleton />;
  return (
    <Subject value={subject}>
      <RecordLayout object={withPageOf(object, record)} record={record} onClose={onClose} />
    </Subject>
  );
}
