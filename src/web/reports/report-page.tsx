import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import type { ReportSettings } from '#kernel/report-settings.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta, useObjectMeta, useRecord } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { ReportHeader } from './report-header.tsx';
import classes from './report-page.module.css';
import { ReportView } from './report-view.tsx';
import { ReportSettingsPanel } from './settings/report-settings-panel.tsx';
import { useIsMine } from './use-is-mine.ts';
import { useReport } from './use-report.ts';

/** A report: its numbers, and beside them what they count. */
export function ReportPage({ object, id }: { readonly object: string; readonly id: string }) {
  const declared = useMeta().reports.find(({ name }) => name === id);
  if (!declared) return <KeptReport object={object} id={id} />;
  const { label, settings } = declared;
  const record = { id, version: 0, name: label, object: declared.object, settings };
  return <LoadedReport kind={object} record={record} declared />;
}

function KeptReport({ object, id }: { readonly object: string; readonly id: string }) {
  const { data: record, error } = useRecord(object, id, 'name,object,settings,everybody,owner.name');
  if (error instanceof ProblemError && error.status === 404) return <NotFoundPage />;
  if (error) throw error;
  return record ? <LoadedReport key={record.id} kind={object} record={record} /> : <PageSkeleton />;
}

interface LoadedReportProps {
  readonly kind: string;
  readonly record: RecordJson;
  /** Everybody has it and nobody changes it. */
  readonly declared?: boolean;
}

function LoadedReport({ kind, record, declared = false }: LoadedReportProps) {
  const about = useObjectMeta(String(record.object));
  const name = String(record.name);
  const kept = (record.settings ?? {}) as ReportSettings;
  const [draft, setDraft] = useState<ReportSettings>();
  useDocumentTitle(`${name} · Guanxi`);
  const mine = useIsMine(record) && !declared;
  if (!about) return <NotFoundPage />;
  return (
    <ReportRoom
      {...{ kind, record, about, mine, declared }}
      settings={draft ?? kept}
      changed={draft !== undefined && JSON.stringify(draft) !== JSON.stringify(kept)}
      onChange={setDraft}
    />
  );
}

interface ReportRoomProps {
  readonly kind: string;
  readonly record: RecordJson;
  readonly about: NonNullable<ReturnType<typeof useObjectMeta>>;
  readonly mine: boolean;
  readonly declared: boolean;
  readonly settings: ReportSettings;
  readonly changed: boolean;
  onChange(settings: ReportSettings | undefined): void;
}

function ReportRoom({ kind, record, about, mine, declared, settings, changed, onChange }: ReportRoomProps) {
  const answer = useReport(about.name, settings);
  return (
    <div className={classes.page}>
      <ReportHeader
        {...{ kind, record, about, mine, declared, answer, changed }}
        onReset={() => onChange(undefined)}
      />
      <div className={classes.columns}>
        <aside className={classes.settings} data-print="hidden">
          <ReportSettingsPanel object={about} answer={answer} onChange={onChange} />
        </aside>
        <div className={classes.answer}>
          <ReportView answer={answer} name={String(record.name)} table />
        </div>
      </div>
    </div>
  );
}
