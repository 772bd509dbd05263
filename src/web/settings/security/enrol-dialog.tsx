import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { CodeInput } from '#web/session/code-input.tsx';
import { Enrolment, type EnrolmentSecret } from '#web/session/enrolment.tsx';
import { RecoveryCodes } from '#web/session/recovery-codes.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** Turns the second step on: the password, the app, a first code, and the codes for the day without a phone. */
export function EnrolDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [enrolment, setEnrolment] = useState<EnrolmentSecret>();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () => api.post<{ recoveryCodes: readonly string[] }>('second-factor/confirm', { code }),
  });
  const errors = confirm.error instanceof ProblemError ? confirm.error.fields : {};
  if (enrolment === undefined)
    return (
      <PasswordDialog
        title={t('secondFactor.title')}
        send={(password) => api.post<EnrolmentSecret>('second-factor', { password })}
        onClose={onClose}
        onDone={setEnrolment}
      />
    );
  return (
    <Modal opened onClose={onClose} title={t('secondFactor.title')}>
      {confirm.data ? (
        <Stack gap="md">
          <RecoveryCodes codes={confirm.data.recoveryCodes} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('secondFactor.kept')}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate();
          }}
        >
          <Stack gap="md">
            <Enrolment {...enrolment} />
            <FormProblem error={confirm.error} known={errors} />
            <CodeInput
              data-autofocus
              label={t('secondFactor.code')}
              value={code}
              error={errors.code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('secondFactor.cancel')}
              </Button>
              <Button type="submit" color="seal" loading={confirm.isPending} disabled={code === ''}>
                {t('secondFactor.turnOn')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
