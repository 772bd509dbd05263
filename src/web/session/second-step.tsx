import { Anchor, Button, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { CodeInput } from './code-input.tsx';
import { Enrolment, type EnrolmentSecret } from './enrolment.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** What is still owed after the right password. */
export interface Owed {
  readonly next: 'code' | 'enrol';
  readonly token: string;
}

interface SecondStepProps {
  readonly owed: Owed;
  onDone(): void;
  onBack(): void;
}

/** The second step of signing in: a code, after setting up the app where a role demands it. */
export function SecondStep({ owed: { next, token }, onDone, onBack }: SecondStepProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const enrolment = useQuery({
    queryKey: ['enrolment', token],
    queryFn: () => api.post<EnrolmentSecret>('auth/second-factor/enrol', { token }, { quiet: true }),
    enabled: next === 'enrol',
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const send = useMutation({
    mutationFn: () =>
      api.post<{ recoveryCodes?: readonly string[] }>('auth/second-factor', { token, code }, { quiet: true }),
    onSuccess: ({ recoveryCodes }) => {
      if (recoveryCodes === undefined) onDone();
    },
  });
  const errors = send.error instanceof ProblemError ? send.error.fields : {};
  const codes = send.data?.recoveryCodes;
  if (codes !== undefined)
    return (
      <Stack gap="lg">
        <RecoveryCodes codes={codes} />
        <Button size="md" color="seal" fullWidth onClick={onDone}>
          {t('secondFactor.kept')}
        </Button>
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <Stack gap="lg">
        <FormProblem error={send.error ?? enrolment.error} known={errors} />
        {enrolment.data && <Enrolment {...enrolment.data} />}
        <CodeInput
          size="md"
          autoFocus
          label={t('secondFactor.code')}
          description={next === 'code' ? t('secondFactor.orRecovery') : undefined}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={code}
          error={errors.code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" color="seal" fullWidth loading={send.isPending}>
          {t('secondFactor.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onBack}>
          {t('signIn.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
