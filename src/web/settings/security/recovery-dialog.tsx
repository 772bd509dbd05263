import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { Modal } from '#web/kit/modal.tsx';
import { RecoveryCodes } from '#web/session/recovery-codes.tsx';
import { PasswordDialog } from './password-dialog.tsx';

interface Given {
  readonly recoveryCodes: readonly string[];
}

/** New recovery codes in place of the old. */
export function RecoveryDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes === undefined)
    return (
      <PasswordDialog
        title={t('secondFactor.renew')}
        send={(password) => api.post<Given>('second-factor/recovery-codes', { password })}
        onClose={onClose}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
      />
    );
  return (
    <Modal opened onClose={onClose} title={t('secondFactor.renew')}>
      <Stack gap="md">
        <RecoveryCodes codes={codes} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('secondFactor.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
