import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { SecretText } from '../secret-text.tsx';
import { useMakeSecret, type Webhook } from './use-webhooks.ts';

interface SecretDialogProps {
  readonly webhook: Webhook;
  onClose(): void;
}

/** Makes another secret for a webhook and shows it, this once. */
export function SecretDialog({ webhook, onClose }: SecretDialogProps) {
  const { t } = useTranslation();
  const make = useMakeSecret();
  return (
    <Modal opened onClose={onClose} title={t('settings.webhooks.newSecret')}>
      <Stack gap="md">
        {make.data ? (
          <SecretText text={make.data.secret} note={t('settings.webhooks.once')} />
        ) : (
          <Text>{t('settings.webhooks.newSecretText', { name: webhook.name })}</Text>
        )}
        <FormProblem error={make.error} known={{}} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(make.data ? 'settings.done' : 'record.cancel')}
          </Button>
          {!make.data && (
            <Button color="seal" loading={make.isPending} onClick={() => make.mutate(webhook.id)}>
              {t('settings.webhooks.makeSecret')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
