import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useWhenIdle } from '#web/kit/use-when-idle.ts';
import { fetchCode } from '#web/routes/fetch-code.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { ProviderButtons } from './provider-buttons.tsx';
import { type Owed, SecondStep } from './second-step.tsx';
import { WelcomeFrame } from './welcome-frame.tsx';

/** Lets a person in and brings him where he wanted to go. */
export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const { next, problem } = useSearch({ from: '/sign-in' });
  const [owed, setOwed] = useState<Owed>();
  // While he types, what he will see comes.
  useWhenIdle(() => fetchCode(router, pathOf(next ?? '/')));
  const enter = async () => {
    client.clear();
    await router.navigate({ href: next ?? '/', replace: true });
  };
  const step = owed?.next ?? 'password';
  const words = step === 'password' ? 'signIn' : `secondFactor.${step}Step`;
  return (
    <WelcomeFrame title={t(`${words}.title`)} lead={t(`${words}.introduction`)}>
      {owed ? (
        <SecondStep owed={owed} onDone={enter} onBack={() => setOwed(undefined)} />
      ) : (
        <FirstStep next={next} refused={problem} onDone={enter} onOwed={setOwed} />
      )}
    </WelcomeFrame>
  );
}

function pathOf(address: string): string {
  return new URL(address, location.origin).pathname;
}

interface FirstStepProps {
  readonly next: string | undefined;
  /** Why a provider's sign-in came to nothing. */
  readonly refused: string | undefined;
  onDone(): void;
  onOwed(owed: Owed): void;
}

function FirstStep({ next: wanted, refused, onDone, onOwed }: FirstStepProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Error | null>(() =>
    refused === undefined
      ? null
      : new Error(t([`signIn.problem.${refused}`, 'signIn.problem.providerFailed'])),
  );
  const form = useForm({ initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post<Partial<Owed>>('auth/sign-in/email', values, { quiet: true }),
    onSuccess: ({ next, token }) => (next && token ? onOwed({ next, token }) : onDone()),
    onError: setProblem,
  });
  return (
    <form
      onSubmit={form.onSubmit((values) => {
        setProblem(null);
        signIn.mutate(values);
      })}
    >
      <Stack gap="lg">
        <FormProblem error={problem} />
        <TextInput
          size="md"
          type="email"
          label={t('signIn.email')}
          autoComplete="username"
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          size="md"
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" color="seal" fullWidth loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <PasskeyButton onDone={onDone} onProblem={setProblem} />
        <ProviderButtons next={wanted} />
        <Group justify="space-between">
          <Anchor component={Link} to="/forgotten" size="sm">
            {t('signIn.forgotten')}
          </Anchor>
          <SetupHint />
        </Group>
      </Stack>
    </form>
  );
}

function SetupHint() {
  const { t } = useTranslation();
  const client = useQueryClient();
  if (!client.getQueryData<{ needed: boolean }>(['setup'])?.needed) return null;
  return (
    <Anchor component={Link} to="/setup" size="sm">
      {t('signIn.setup')}
    </Anchor>
  );
}
