import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { useTitle } from '#web/kit/use-title.ts';
import classes from './bulk.module.css';
import type { BulkJob } from './bulk-job.ts';
import { BulkProgress } from './bulk-progress.tsx';
import { useBulkJob, useBulkJobs } from './use-bulk.ts';

/** What this person has done with many records in the last 30 days, each with what became of it and the way back. */
export function BulkPage() {
  const { t } = useTranslation();
  const { id } = useSearch({ strict: false }) as { id?: string };
  const { data: jobs = [], isPending } = useBulkJobs();
  const job = useBulkJob(id);
  const describe = useDescription();
  useTitle(t('bulk.title'));
  return (
    <Stack className={classes.page} gap="lg">
      <div>
        <Title order={1} size="h3">
          {t('bulk.title')}
        </Title>
        <Text c="dimmed">{t('bulk.about')}</Text>
      </div>
      {job && (
        <section className={classes.preview} aria-label={describe(job)}>
          <Text mb="xs">{describe(job)}</Text>
          <BulkProgress job={job} />
        </section>
      )}
      {!isPending && jobs.length === 0 ? (
        <Text c="dimmed">{t('bulk.none')}</Text>
      ) : (
        <Jobs jobs={jobs} describe={describe} />
      )}
    </Stack>
  );
}

interface JobsProps {
  readonly jobs: readonly BulkJob[];
  describe(job: BulkJob): string;
}

function Jobs({ jobs, describe }: JobsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { timeZone } = useFormatting();
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <div className={classes.scroll}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('bulk.what')}</Table.Th>
            <Table.Th>{t('bulk.state')}</Table.Th>
            <Table.Th ta="right">{t('bulk.results.changed')}</Table.Th>
            <Table.Th ta="right">{t('bulk.results.failed')}</Table.Th>
            <Table.Th>{t('bulk.when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map((job) => (
            <Table.Tr key={job.id}>
              <Table.Td>
                <Anchor renderRoot={(props) => <Link {...props} to="/bulk" search={{ id: job.id }} />}>
                  {describe(job)}
                </Anchor>
              </Table.Td>
              <Table.Td>{t(`bulk.states.${job.state}`)}</Table.Td>
              <Table.Td ta="right">{job.changed.toLocaleString(locale)}</Table.Td>
              <Table.Td ta="right">{job.failed.toLocaleString(locale)}</Table.Td>
              <Table.Td>{time.format(new Date(job.createdAt))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** What a job was to do, in words. */
function useDescription(): (job: BulkJob) => string {
  const { t } = useTranslation();
  const { objects, actions } = useMeta();
  return ({ object: name, work, total }) => {
    const object = objects.find((each) => each.name === name);
    const plural = object?.plural ?? name;
    if (work.do === 'delete') return t('bulk.said.delete', { count: total, plural });
    if (work.do === 'merge') return t('bulk.said.merge', { count: total, plural, percent: work.least * 100 });
    if (work.do === 'action') {
      const action = actions.find((each) => each.name === work.action)?.label ?? work.action;
      return t('bulk.said.action', { count: total, plural, action });
    }
    const labels = Object.keys(work.values ?? {}).map(
      (field) => object?.fields.find((each) => each.name === field)?.label ?? field,
    );
    return t('bulk.said.update', { count: total, plural, fields: labels.join(t('bulk.comma')) });
  };
}
