import { Alert, Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { WelcomeFrame } from './welcome-frame.tsx';

/** Asks for a mail with which a new password can be chosen. */
export function ForgottenPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const ask = useMutation({
    mutationFn: () => api.post<{ sent: boolean }>('auth/password-reset', { email }, { quiet: true }),
  });
  return (
    <WelcomeFrame title={t('forgotten.title')} lead={t('forgotten.introduction')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <Stack gap="lg">
          <FormProblem error={ask.error} />
          {ask.data ? (
            <Alert color={ask.data.sent ? 'green' : 'amber'} role="status" p="sm">
              {t(ask.data.sent ? 'forgotten.sent' : 'forgotten.noMail', { email })}
            </Alert>
          ) : (
            <>
              <TextInput
                size="md"
                type="email"
                label={t('signIn.email')}
                autoComplete="username"
                required
                withAsterisk={false}
                autoFocus
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <Button type="submit" size="md" color="seal" fullWidth loading={ask.isPending}>
                {t('forgotten.submit')}
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
