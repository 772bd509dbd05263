import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';

interface PasswordDialogProps<Answer> {
  readonly title: string;
  /** What is done with the password. */
  send(password: string): Promise<Answer>;
  onClose(): void;
  onDone(answer: Answer): void;
}

/** Asks for the password before something changes by which I prove who I am. */
export function PasswordDialog<Answer>({ title, send, onClose, onDone }: PasswordDialogProps<Answer>) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const sending = useMutation({ mutationFn: () => send(password), onSuccess: onDone });
  const errors = sending.error instanceof ProblemError ? sending.error.fields : {};
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate();
        }}
      >
        <Stack gap="md">
          <FormProblem error={sending.error} known={errors} />
          <PasswordInput
            data-autofocus
            label={t('settings.profile.currentPassword')}
            autoComplete="current-password"
            value={password}
            error={errors.password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('secondFactor.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={sending.isPending} disabled={password === ''}>
              {t('secondFactor.goOn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
