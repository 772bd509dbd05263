import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { api } from '#web/api/client.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { Section } from '../section.tsx';
import { CalendarSyncDialog } from './calendar-sync-dialog.tsx';

interface Account {
  readonly address: string;
  readonly userName: string;
  readonly calendar: string;
  readonly synchronisedAt: string | null;
  readonly reason: string | null;
  readonly said: string | null;
  readonly leftAlone: number;
}

const key = ['calendar-sync'];

/** The one calendar elsewhere with which one's own is kept the same, and how that goes. */
export function CalendarSync() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [connecting, setConnecting] = useState(false);
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ account: Account | null }>('calendar-sync', { signal }),
  });
  const run = useMutation({
    mutationFn: () => api.post('calendar-sync/run'),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const end = useMutation({
    mutationFn: () => api.delete<void>('calendar-sync'),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  const connected = () => {
    setConnecting(false);
    run.mutate();
  };
  return (
    <Section title={t('settings.calendarSync.title')} text={t('settings.calendarSync.text')}>
      <Stack gap="sm" align="flex-start">
        {data?.account && <AccountState account={data.account} />}
        <Group gap="sm">
          {data?.account && (
            <Button variant="default" size="compact-xs" loading={run.isPending} onClick={() => run.mutate()}>
              {t('settings.calendarSync.run')}
            </Button>
          )}
          {(data?.account === null || data?.account?.reason === 'calendarSignIn') && (
            <Button
              variant="default"
              {...(data.account && { size: 'compact-xs' })}
              onClick={() => setConnecting(true)}
            >
              {t('settings.calendarSync.connect')}
            </Button>
          )}
          {data?.account && (
            <ConfirmButton
              label={t('settings.calendarSync.end')}
              question={t('settings.calendarSync.endQuestion')}
              onConfirm={() => end.mutate()}
            />
          )}
        </Group>
      </Stack>
      {connecting && (
        <CalendarSyncDialog
          known={data?.account ?? undefined}
          onClose={() => setConnecting(false)}
          onDone={connected}
        />
      )}
    </Section>
  );
}

function AccountState({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const { calendar, userName, synchronisedAt, reason, said, leftAlone } = account;
  return (
    <>
      <div>
        <Text size="sm" fw={500}>
          {t('settings.calendarSync.state', { calendar, userName })}
        </Text>
        <Text size="sm" c="dimmed">
          {synchronisedAt
            ? t('settings.calendarSync.since', { when: formatDateTime(synchronisedAt, locale, timeZone) })
            : t('settings.calendarSync.never')}
          {leftAlone > 0 && ` ${t('settings.calendarSync.leftAlone', { count: leftAlone })}`}
        </Text>
      </div>
      {reason && (
        <Alert color="red" role="alert" p="sm" title={t('settings.calendarSync.failed')}>
          {t(`settings.calendarSync.reason.${reason}`)}
          {said && (
            <Text size="xs" c="dimmed" mt={4}>
              {said}
            </Text>
          )}
        </Alert>
      )}
    </>
  );
}
