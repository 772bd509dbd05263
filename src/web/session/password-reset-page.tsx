import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { linkToken } from './link-token.ts';
import { MailedForm } from './mailed-form.tsx';
import { NewPasswordInput } from './new-password-input.tsx';

/** Where the link of a mail leads with which somebody chooses a new password. */
export function PasswordResetPage() {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const { error, isPending, isSuccess, mutate } = useMutation({
    mutationFn: () =>
      api.post('auth/password-reset/confirm', { token: linkToken(), password }, { quiet: true }),
  });
  const errors = error instanceof ProblemError ? error.fields : {};
  return (
    <MailedForm
      title={t('passwordReset.title')}
      lead={t('passwordReset.introduction')}
      submit={t('passwordReset.submit')}
      pending={isPending}
      error={error}
      known={errors}
      done={isSuccess ? { text: t('passwordReset.done'), color: 'green' } : undefined}
      onSubmit={mutate}
    >
      <NewPasswordInput
        size="md"
        label={t('passwordReset.newPassword')}
        value={password}
        error={errors.password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </MailedForm>
  );
}
