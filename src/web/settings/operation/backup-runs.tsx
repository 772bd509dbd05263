import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { formatSize } from '#web/fields/file/format.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toast } from '#web/kit/toast.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { type Backups, type Run, useOperate } from './use-operation.ts';

const colors = { running: 'blue', done: 'green', failed: 'red' } as const;

/** The latest backups and trials, and making one now. */
export function BackupRuns({ backup: { place, runs, kept } }: { backup: Backups }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const operate = useOperate(() => toast(t('settings.operation.begun')));
  const outcome = ({ facts, reason }: Run) =>
    reason ??
    [
      facts.to !== undefined && [facts.from, facts.to].filter(Boolean).join(' → '),
      facts.moment !== undefined && formatDateTime(facts.moment, locale, timeZone),
      facts.rows !== undefined && t('settings.operation.rows', { count: facts.rows }),
      facts.contents !== undefined && t('settings.operation.files', { count: facts.contents }),
      facts.bytes !== undefined && formatSize(facts.bytes, locale),
    ]
      .filter(Boolean)
      .join(' · ');
  const text =
    place === null
      ? t('settings.operation.noPlace')
      : t('settings.operation.place', { place, count: kept.length });
  return (
    <Section
      title={t('settings.operation.backups')}
      text={text}
      flush
      aside={
        place !== null && (
          <Group gap={6} wrap="nowrap">
            <Button
              variant="default"
              disabled={kept.length === 0}
              loading={operate.isPending}
              onClick={() => operate.mutate('drill')}
            >
              {t('settings.operation.drillNow')}
            </Button>
            <Button loading={operate.isPending} onClick={() => operate.mutate('backup')} variant="default">
              {t('settings.operation.backupNow')}
            </Button>
          </Group>
        )
      }
    >
      {runs.length === 0 ? (
        <p className={`${classes.body} ${classes.faint}`}>{t('settings.operation.noRuns')}</p>
      ) : (
        <div className={classes.scroll} style={{ marginTop: 10 }}>
          <table className={classes.table}>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td>{t(`settings.operation.kinds.${run.kind}`)}</td>
                  <td className={classes.faint}>{formatDateTime(run.started, locale, timeZone)}</td>
                  <td>
                    <StatusBadge color={colors[run.state]}>
                      {t(`settings.operation.states.${run.state}`)}
                    </StatusBadge>
                  </td>
                  <td className={classes.faint} style={{ whiteSpace: 'normal', minWidth: 200 }}>
                    {outcome(run)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
