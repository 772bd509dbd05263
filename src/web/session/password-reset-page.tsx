import { Alert, Anchor, Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { linkToken } from './link-token.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { WelcomeFrame } from './welcome-frame.tsx';

/** Where the link of a mail leads with which somebody chooses a new password. */
export function PasswordResetPage() {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const reset = useMutation({
    mutationFn: () =>
      api.post('auth/password-reset/confirm', { token: linkToken(), password }, { quiet: true }),
  });
  const errors = reset.error instanceof ProblemError ? reset.error.fields : {};
  return (
    <WelcomeFrame title={t('passwordReset.title')} lead={t('passwordReset.introduction')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate();
        }}
      >
        <Stack gap="lg">
          <FormProblem error={reset.error} known={errors} />
          {reset.isSuccess ? (
            <Alert color="green" role="status" p="sm">
              {t('passwordReset.done')}
            </Alert>
          ) : (
            <>
              <NewPasswordInput
                size="md"
                label={t('settings.profile.newPassword')}
                value={password}
                error={errors.password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Button type="submit" size="md" color="seal" fullWidth loading={reset.isPending}>
                {t('passwordReset.submit')}
              </Button>
            </>
          )}
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('signIn.back')}
          </Anchor>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
