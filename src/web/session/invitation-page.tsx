import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { linkToken } from './link-token.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { WelcomeFrame } from './welcome-frame.tsx';

interface Invitation {
  readonly company: string;
  readonly name: string;
  readonly email: string;
  /** Signs in elsewhere already, and so has a password. */
  readonly existing: boolean;
}

/** What somebody sees who follows the link of an invitation. */
export function InvitationPage() {
  const { t } = useTranslation();
  const token = linkToken();
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.post<Invitation>('auth/invitation', { token }, { quiet: true }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const lead = data ? t('invitation.introduction', { ...data }) : '';
  return (
    <WelcomeFrame title={t('invitation.title')} lead={lead}>
      <Stack gap="lg">
        <FormProblem error={error} />
        {data && <Acceptance token={token} invitation={data} />}
        {error && (
          <Anchor component={Link} to="/sign-in" size="sm">
            {t('signIn.back')}
          </Anchor>
        )}
      </Stack>
    </WelcomeFrame>
  );
}

function Acceptance({ token, invitation }: { token: string; invitation: Invitation }) {
  const { t } = useTranslation();
  const router = useRouter();
  const client = useQueryClient();
  const { existing } = invitation;
  const form = useForm({ initialValues: { name: invitation.name, password: '' } });
  const accept = useMutation({
    mutationFn: ({ name, password }: typeof form.values) => {
      const sent = { token, name, ...(!existing && { password }) };
      return api.post<{ signedIn: boolean }>('auth/invitation/accept', sent, { quiet: true });
    },
    onSuccess: async ({ signedIn }) => {
      client.clear();
      await router.navigate({ to: signedIn ? '/' : '/sign-in', replace: true });
    },
    onError: (problem) => {
      if (problem instanceof ProblemError) form.setErrors({ ...problem.fields });
    },
  });
  useEffect(() => form.setFieldValue('name', invitation.name), [invitation.name, form.setFieldValue]);
  return (
    <form onSubmit={form.onSubmit((values) => accept.mutate(values))}>
      <Stack gap="md">
        <FormProblem error={accept.error} known={form.errors} />
        <TextInput label={t('signIn.email')} value={invitation.email} readOnly autoComplete="username" />
        <TextInput
          label={t('setup.name')}
          autoComplete="name"
          required
          withAsterisk={false}
          {...form.getInputProps('name')}
        />
        {!existing && <NewPasswordInput {...form.getInputProps('password')} />}
        <Button type="submit" size="md" color="seal" fullWidth mt="sm" loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}
