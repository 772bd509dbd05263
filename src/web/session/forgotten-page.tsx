import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { MailedForm } from './mailed-form.tsx';

/** Asks for a mail with which a new password can be chosen. */
export function ForgottenPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const { data, error, isPending, mutate } = useMutation({
    mutationFn: () => api.post<{ sent: boolean }>('auth/password-reset', { email }, { quiet: true }),
  });
  const sent = { text: t('forgotten.sent', { email }), color: 'green' };
  const noMail = { text: t('forgotten.noMail', { email }), color: 'amber' };
  return (
    <MailedForm
      title={t('forgotten.title')}
      lead={t('forgotten.introduction')}
      submit={t('forgotten.submit')}
      pending={isPending}
      error={error}
      done={data && (data.sent ? sent : noMail)}
      onSubmit={mutate}
    >
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
    </MailedForm>
  );
}
