import { ProblemError } from '#web/api/problem.ts';
import { useMeta, useRecord, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { DashboardRoom } from './dashboard-room.tsx';
import { useTileKind } from './use-tile-kind.ts';

/** Reports side by side. */
export function DashboardPage({ object, id }: { readonly object: string; readonly id: string }) {
  const { reports } = useMeta();
  const declared = reports.filter(({ dashboard }) => dashboard?.name === id);
  const name = declared[0]?.dashboard?.label;
  if (name === undefined) return <KeptDashboard object={object} id={id} />;
  const tiles = declared.map((report) => ({
    ...{ id: report.name, version: 0, declared: report.name, width: 'half' },
  }));
  return <DashboardRoom kind={object} record={{ id, version: 0, name }} tiles={tiles} ready declared />;
}

function KeptDashboard({ object, id }: { readonly object: string; readonly id: string }) {
  const { data: record, error } = useRecord(object, id, 'name,everybody,owner.name');
  if (error instanceof ProblemError && error.status === 404) return <NotFoundPage />;
  if (error) throw error;
  return record ? <LoadedDashboard key={record.id} kind={object} record={record} /> : <PageSkeleton />;
}

function LoadedDashboard({ kind, record }: { readonly kind: string; readonly record: RecordJson }) {
  const tileKind = useTileKind();
  const list = useRecords(tileKind, {
    where: { dashboard: record.id },
    select: 'place,width,declared,report.name,report.object,report.settings',
    sort: 'place,createdAt',
    limit: 60,
  });
  const tiles = list.data?.pages.flatMap(({ records }) => records) ?? [];
  return <DashboardRoom {...{ kind, record, tiles }} ready={list.isSuccess} />;
}
