import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { api } from '#web/api/client.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { SecretText } from '../secret-text.tsx';
import { Section } from '../section.tsx';

const key = ['calendar-feed'];

/** The private address at which other programs read one's calendar. */
export function CalendarFeed() {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const client = useQueryClient();
  const refresh = { onError: toastProblem, onSettled: () => client.invalidateQueries({ queryKey: key }) };
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ since: string | null }>('calendar-feed', { signal }),
  });
  const renew = useMutation({ mutationFn: () => api.post<{ address: string }>('calendar-feed'), ...refresh });
  const end = useMutation({ mutationFn: () => api.delete<void>('calendar-feed'), ...refresh });
  return (
    <Section title={t('settings.calendarFeed.title')} text={t('settings.calendarFeed.text')}>
      <Stack gap="sm" align="flex-start">
        {renew.data && data?.since && (
          <SecretText text={renew.data.address} note={t('settings.calendarFeed.once')} />
        )}
        {data?.since ? (
          <Group gap="sm">
            <Text size="sm">
              {t('settings.calendarFeed.since', { day: formatDateTime(data.since, locale, timeZone) })}
            </Text>
            <ConfirmButton
              label={t('settings.calendarFeed.renew')}
              question={t('settings.calendarFeed.renewQuestion')}
              onConfirm={() => renew.mutate()}
            />
            <ConfirmButton
              label={t('settings.calendarFeed.end')}
              question={t('settings.calendarFeed.endQuestion')}
              onConfirm={() => end.mutate()}
            />
          </Group>
        ) : (
          <Button variant="default" onClick={() => renew.mutate()} loading={renew.isPending}>
            {t('settings.calendarFeed.make')}
          </Button>
        )}
      </Stack>
    </Section>
  );
}
