import { Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#web/api/problem.ts';
import { useTitle } from '#web/kit/use-title.ts';
import { NotFoundPage } from '#web/shell/not-found-page.tsx';
import { PageSkeleton } from '#web/shell/page-skeleton.tsx';
import { FileDrop } from './file-drop.tsx';
import { isBusy } from './import-job.ts';
import classes from './import-page.module.css';
import { MappingStep } from './mapping-step.tsx';
import { PastImports } from './past-imports.tsx';
import { ProgressStep } from './progress-step.tsx';
import { ResultStep } from './result-step.tsx';
import { useImport } from './use-imports.ts';

/** Files with rows on their way to records: brought, mapped, tried, brought in, and taken back if need be. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id } = useSearch({ from: '/app/import' });
  useTitle(t('import.title'));
  if (id !== undefined) return <ImportJobPage key={id} id={id} />;
  return (
    <Stack className={classes.page} gap="xl">
      <header>
        <Title order={1} size="h2">
          {t('import.title')}
        </Title>
        <Text c="dimmed">{t('import.introduction')}</Text>
      </header>
      <FileDrop />
      <PastImports />
    </Stack>
  );
}

function ImportJobPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data: job, error } = useImport(id);
  if (error instanceof ProblemError && error.status === 404) return <NotFoundPage />;
  if (error) throw error;
  if (!job) return <PageSkeleton />;
  const over = job.state === 'done' || job.state === 'rolledBack';
  return (
    <Stack className={classes.page} gap="lg">
      <Title order={1} size="h2">
        {t('import.title')}
      </Title>
      {isBusy(job) ? <ProgressStep job={job} /> : over ? <ResultStep job={job} /> : <MappingStep job={job} />}
    </Stack>
  );
}
