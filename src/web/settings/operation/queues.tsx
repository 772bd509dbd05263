import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toast } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import { type Queue, useOperate } from './use-operation.ts';

/** Work that waits or has failed; what failed can be tried again or let go. */
export function Queues({ queues }: { queues: readonly Queue[] }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const operate = useOperate(() => toast(t('settings.saved')));
  return (
    <Section title={t('settings.operation.queues')} text={t('settings.operation.queuesText')} flush>
      <SettingsTable
        columns={[
          t('settings.operation.queue'),
          t('settings.operation.waiting'),
          t('settings.operation.dueSince'),
          t('settings.operation.failed'),
          null,
        ]}
      >
        {queues.map(({ name, waiting, failed, dueSince }) => (
          <tr key={name}>
            <td>{t(`settings.operation.queueNames.${name}`)}</td>
            <td>{waiting}</td>
            <td className={classes.faint}>{dueSince ? formatDateTime(dueSince, locale, timeZone) : '–'}</td>
            <td>{failed}</td>
            <td>
              {failed > 0 && name !== 'imports' && name !== 'history' && (
                <Group gap={6} justify="flex-end" wrap="nowrap">
                  <Button
                    variant="default"
                    size="compact-xs"
                    onClick={() => operate.mutate(`queues/${name}/retry`)}
                  >
                    {t('settings.operation.retry')}
                  </Button>
                  <ConfirmButton
                    label={t('settings.operation.skip')}
                    question={t('settings.operation.skipText', { failed })}
                    onConfirm={() => operate.mutate(`queues/${name}/skip`)}
                  />
                </Group>
              )}
            </td>
          </tr>
        ))}
      </SettingsTable>
    </Section>
  );
}
