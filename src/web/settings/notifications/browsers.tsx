import { Button, Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { api } from '#web/api/client.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { Setting } from '../section.tsx';
import classes from '../settings.module.css';
import { endPushHere, presentEndpoint, pushHindrance, startPushHere } from './push-here.ts';
import { type NotificationSettingsJson, settingsKey } from './settings-json.ts';
import { TrialButton } from './trial-button.tsx';

const hereKey = ['push-here'] as const;

/** Push messages: on or off in this browser, and the other browsers that get them. */
export function Browsers({ push }: { push: NotificationSettingsJson['push'] }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const client = useQueryClient();
  const endpoint = useQuery({ queryKey: hereKey, queryFn: presentEndpoint, staleTime: 0 }).data;
  const here = push.browsers.find((browser) => browser.endpoint === endpoint);
  const hindrance = push.publicKey === null ? 'notSetUp' : pushHindrance();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: settingsKey });
    await client.invalidateQueries({ queryKey: hereKey });
  };
  const remove = useMutation({
    mutationFn: async (id: string) => {
      if (id === here?.id) await endPushHere();
      await api.delete(`notification-settings/browsers/${id}`);
    },
    onError: toastProblem,
    onSettled: refresh,
  });
  const start = useMutation({
    mutationFn: () => startPushHere(push.publicKey ?? ''),
    onSuccess: (granted) => {
      if (!granted) toast(t('settings.notifications.hindrance.denied'), 'red');
    },
    onError: (error) => toast(t('settings.notifications.pushFailed', { reason: error.message }), 'red'),
    onSettled: refresh,
  });
  return (
    <>
      <Setting label={t('settings.notifications.here')}>
        <Switch
          aria-label={t('settings.notifications.here')}
          checked={here !== undefined || start.isPending}
          disabled={hindrance !== undefined || start.isPending || remove.isPending}
          onChange={({ currentTarget }) =>
            currentTarget.checked ? start.mutate() : here && remove.mutate(here.id)
          }
        />
      </Setting>
      {hindrance && <p className={classes.hint}>{t(`settings.notifications.hindrance.${hindrance}`)}</p>}
      {push.browsers
        .filter((browser) => browser !== here)
        .map(({ id, browser, at }) => (
          <Setting
            key={id}
            label={t('settings.notifications.since', { browser, at: formatDateTime(at, locale, timeZone) })}
          >
            <Button variant="default" size="compact-xs" onClick={() => remove.mutate(id)}>
              {t('settings.notifications.remove')}
            </Button>
          </Setting>
        ))}
      <Setting label={t('settings.notifications.trialLabel')}>
        <TrialButton channel="push" disabled={push.browsers.length === 0} />
      </Setting>
    </>
  );
}
