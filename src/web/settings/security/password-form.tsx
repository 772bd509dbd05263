import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { toast } from '#web/kit/toast.tsx';
import { NewPasswordInput } from '#web/session/new-password-input.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';

/** Changes my password; other sessions end. */
export function PasswordForm() {
  const { t } = useTranslation();
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = useMutation({
    mutationFn: () => api.post('auth/change-password', { currentPassword, newPassword }, { quiet: true }),
    onSuccess: () => {
      setCurrent('');
      setNew('');
      toast(t('settings.profile.passwordChanged'));
    },
  });
  const errors = change.error instanceof ProblemError ? change.error.fields : {};
  return (
    <Section title={t('settings.profile.password')} text={t('settings.profile.passwordText')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <div className={classes.form}>
          <PasswordInput
            label={t('settings.profile.currentPassword')}
            autoComplete="current-password"
            value={currentPassword}
            error={errors.currentPassword}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPasswordInput
            label={t('passwordReset.newPassword')}
            required={false}
            value={newPassword}
            error={errors.newPassword}
            onChange={(event) => setNew(event.currentTarget.value)}
          />
        </div>
        <FormProblem error={change.error} known={errors} />
        <Button
          type="submit"
          mt="md"
          variant="default"
          loading={change.isPending}
          disabled={currentPassword === '' || newPassword === ''}
        >
          {t('settings.profile.password')}
        </Button>
      </form>
    </Section>
  );
}
