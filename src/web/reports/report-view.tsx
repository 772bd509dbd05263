import { Alert, Loader, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { canBeDrawn } from '#kernel/report/chart/draw.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ReportTable } from './answer/report-table.tsx';
import classes from './report-view.module.css';
import type { AwaitedAnswer } from './use-report.ts';

const ReportChart = lazyView(() => import('./chart/report-chart.tsx'), 'ReportChart');

interface ReportViewProps {
  readonly answer: AwaitedAnswer;
  readonly name: string;
  /** Whether the numbers stand there, beside the picture or alone. */
  readonly table: boolean;
}

/** What a report tells: the picture, and the table with its numbers. */
export function ReportView({ answer, name, table }: ReportViewProps) {
  const { t } = useTranslation();
  const { settings, grid, question, error, waiting } = answer;
  if (error) return <Alert color="red">{error.message}</Alert>;
  if (!grid) return <Loader size="sm" className={classes.waiting} />;
  const kind = settings.chart ?? 'column';
  const drawn = canBeDrawn(question, kind);
  const empty = grid.rows.length === 0 && question.rows.length > 0;
  return (
    <div className={classes.view} data-waiting={waiting || undefined}>
      {question.missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('reports.missing', { names: question.missing.join(', ') })}
        </Text>
      )}
      {!drawn && (kind === 'map' || kind === 'cohort' || kind === 'sankey') && (
        <Text size="sm" c="dimmed">
          {t(`reports.needs.${kind}`)}
        </Text>
      )}
      {empty ? (
        <Text c="dimmed" className={classes.waiting}>
          {t('reports.noRecords')}
        </Text>
      ) : (
        <>
          {drawn && (
            <div className={classes.chart}>
              <Suspense fallback={<Loader size="sm" className={classes.waiting} />}>
                <ReportChart answer={answer} kind={kind} label={t('reports.pictureOf', { name })} />
              </Suspense>
            </div>
          )}
          {(table || !drawn) && <ReportTable answer={answer} caption={name} />}
        </>
      )}
    </div>
  );
}
