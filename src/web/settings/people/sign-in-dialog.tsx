import { Anchor, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { SecretText } from '../secret-text.tsx';
import { newPassword } from './new-password.ts';

interface SignInDialogProps {
  readonly id: string;
  readonly name: string;
  /** Can sign in already, and so may have lost the phone. */
  readonly signsIn: boolean;
  onClose(): void;
  onDone(): void;
}

/** Gives a person a password with which to sign in: proposed, or chosen. */
export function SignInDialog({ id, name, signsIn, onClose, onDone }: SignInDialogProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState(newPassword);
  const give = useMutation({
    mutationFn: () => api.put(`people/${id}/sign-in`, { password }),
    onSuccess: onDone,
  });
  const reset = useMutation({
    mutationFn: () => api.delete(`people/${id}/second-factor`),
    onSuccess: () => toast(t('settings.people.resetDone', { name })),
    onError: toastProblem,
  });
  const end = useMutation({
    mutationFn: () => api.delete(`people/${id}/sessions`),
    onSuccess: () => toast(t('settings.people.sessionsEnded', { name })),
    onError: toastProblem,
  });
  const errors = give.error instanceof ProblemError ? give.error.fields : {};
  return (
    <Modal opened onClose={onClose} title={t('settings.people.signInFor', { name })}>
      {give.isSuccess ? (
        <Stack gap="md">
          <SecretText text={password} note={t('settings.people.handOver', { name })} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('settings.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            give.mutate();
          }}
        >
          <Stack gap="md">
            <TextInput
              data-autofocus
              label={t('signIn.password')}
              description={t('settings.people.passwordText')}
              value={password}
              error={errors.password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
            />
            <FormProblem error={give.error} known={errors} />
            {signsIn && (
              <Group gap="lg">
                <Anchor component="button" type="button" size="sm" onClick={() => end.mutate()}>
                  {t('settings.people.endSessions')}
                </Anchor>
                <Anchor component="button" type="button" size="sm" onClick={() => reset.mutate()}>
                  {t('settings.people.resetSecondFactor')}
                </Anchor>
              </Group>
            )}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('settings.people.later')}
              </Button>
              <Button type="submit" color="seal" loading={give.isPending}>
                {t('settings.people.allow')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
