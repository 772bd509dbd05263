import { Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '#web/api/download.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import classes from './bulk.module.css';
import { type BulkJob, dealtWith, isUnderWay } from './bulk-job.ts';
import { useMoveBulk } from './use-bulk.ts';

/** How far it is, and what became of it: with the reasons, the file of them, and the way back. */
export function BulkProgress({ job, onClose }: { job: BulkJob; onClose?: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const move = useMoveBulk(job.id);
  const number = (count: number) => count.toLocaleString(locale);
  const [done, of] = [dealtWith(job), job.state === 'undoing' ? job.changed : job.total];
  const wrong = job.state === 'undone' ? job.kept : job.failed;
  return (
    <Stack gap="md">
      <Text fw={600} role="status">
        {t(`bulk.states.${job.state}`)}
      </Text>
      {isUnderWay(job) ? (
        <div>
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('bulk.goesOn')}
            </Text>
            <Text size="sm" c="dimmed">
              {number(done)} / {number(of)}
            </Text>
          </Group>
          <Progress
            mt={4}
            value={of === 0 ? 100 : (100 * done) / of}
            aria-label={t(`bulk.states.${job.state}`)}
            color="ink"
          />
        </div>
      ) : (
        <dl className={classes.counts}>
          {(['changed', 'unchanged', 'failed', 'undone', 'kept'] as const)
            .filter((name) => name === 'changed' || job[name] > 0)
            .map((name) => (
              <div key={name}>
                <dd>{number(job[name])}</dd>
                <dt>{t(`bulk.results.${name}`)}</dt>
              </div>
            ))}
        </dl>
      )}
      {job.problem && (
        <Text c="red" role="alert">
          {job.problem}
        </Text>
      )}
      {job.failures && job.failures.length > 0 && (
        <div>
          <ul className={classes.failures}>
            {job.failures.map(({ record, name, message }) => (
              <li key={record}>
                <Text size="sm">
                  <RecordAnchor object={job.object} id={record}>
                    {name || t('list.unnamed')}
                  </RecordAnchor>{' '}
                  <Text span c="dimmed">
                    {message}
                  </Text>
                </Text>
              </li>
            ))}
          </ul>
          <Anchor
            component="button"
            type="button"
            size="sm"
            onClick={() => download(`bulk/${job.id}/failures`, locale).catch(toastProblem)}
          >
            {t('bulk.download', { count: wrong })}
          </Anchor>
        </div>
      )}
      <Group justify="flex-end" gap="sm">
        {(job.state === 'queued' || job.state === 'running') && (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate('cancel')}>
            {t('bulk.stop')}
          </Button>
        )}
        {(job.state === 'cancelled' || job.state === 'failed') && (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate('resume')}>
            {t('bulk.resume')}
          </Button>
        )}
        {job.undoable && job.changed > 0 && ['done', 'cancelled', 'failed'].includes(job.state) && (
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate('undo')}>
            {t('toast.undo')}
          </Button>
        )}
        {onClose && <Button onClick={onClose}>{t('bulk.close')}</Button>}
      </Group>
    </Stack>
  );
}
