import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import type { Channel } from './settings-json.ts';

/** Sends a message to myself. */
export function TrialButton({ channel, disabled }: { channel: Channel; disabled: boolean }) {
  const { t } = useTranslation();
  const trial = useMutation({
    mutationFn: () => api.post('notification-settings/trial', { channel }),
    onSuccess: () => toast(t('settings.notifications.trialSent')),
    onError: toastProblem,
  });
  return (
    <Button variant="default" loading={trial.isPending} disabled={disabled} onClick={() => trial.mutate()}>
      {t('settings.notifications.trial')}
    </Button>
  );
}
