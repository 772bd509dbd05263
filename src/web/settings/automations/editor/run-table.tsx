import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import link from '#web/fields/link.module.css';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import settings from '../../settings.module.css';
import { SettingsTable } from '../../settings-table.tsx';
import { type AutomationRun, type StoredAutomation, useRetryRun, useRuns } from '../use-automations.ts';
import classes from './flow.module.css';
import { LoopsCame } from './loops-came.tsx';
import { WaysTaken } from './ways-taken.tsx';

const colors = { waiting: 'amber', done: 'green', skipped: 'grey', failed: 'red' } as const;
const known = ['circle', 'chain', 'rounds', 'answer', 'stepGone', 'automationGone', 'notFound'];

/** For which records it ran lately, how that ended, and another try where it failed. */
export function RunTable({ automation }: { automation: StoredAutomation }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { data: runs } = useRuns(automation.id);
  const retry = useRetryRun(automation.id);
  const at = (instant: string) => formatDateTime(instant, locale, timeZone);
  return (
    <section className={classes.runs} aria-label={t('settings.automations.runs')}>
      <h3>{t('settings.automations.runs')}</h3>
      {runs?.length === 0 && <p className={classes.note}>{t('settings.automations.noRuns')}</p>}
      {runs !== undefined && runs.length > 0 && (
        <SettingsTable
          columns={[
            t('settings.automations.started'),
            t('settings.automations.record'),
            t('settings.automations.state'),
            null,
          ]}
        >
          {runs.map((run) => (
            <tr key={run.id}>
              <td className={settings.faint}>{at(run.started)}</td>
              <td>
                {run.called === null ? (
                  t('settings.automations.recordGone')
                ) : (
                  <RecordAnchor className={link.link} object={run.object} id={run.record}>
                    {run.called}
                  </RecordAnchor>
                )}
              </td>
              <td>
                <StatusBadge color={colors[run.state]}>
                  {t(`settings.automations.states.${run.state}`)}
                </StatusBadge>
                <RunReason run={run} wake={at(run.wake)} />
                <LoopsCame automation={automation} run={run} />
                <WaysTaken automation={automation} object={run.object} ways={run.ways} />
              </td>
              <td>
                {run.state === 'failed' && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    onClick={() => retry.mutate(run.id, { onError: toastProblem })}
                  >
                    {t('settings.operation.retry')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </SettingsTable>
      )}
    </section>
  );
}

function RunReason({ run, wake }: { run: AutomationRun; wake: string }) {
  const { t } = useTranslation();
  const { state, reason, errors = [] } = run;
  if (state === 'waiting' && reason === null)
    return <span className={classes.reason}>{t('settings.automations.until', { wake })}</span>;
  if (reason === null) return null;
  const words = errors.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`));
  return (
    <span className={classes.reason}>
      {known.includes(reason) ? t(`settings.automations.reasons.${reason}`) : words.join(' ') || reason}
    </span>
  );
}
