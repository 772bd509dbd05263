import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import { currencyChoices, likelyCurrency } from './currencies.ts';
import { NewPasswordInput } from './new-password-input.tsx';
import { timeZoneChoices } from './time-zones.ts';
import { WelcomeFrame } from './welcome-frame.tsx';

/** The first visit ever: names the company and its first administrator. */
export function SetupPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const router = useRouter();
  const client = useQueryClient();
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = useForm({
    initialValues: {
      company: '',
      name: '',
      email: '',
      password: '',
      currency: likelyCurrency(timeZone),
      timeZone,
    },
  });
  const setUp = useMutation({
    mutationFn: (values: typeof form.values) => api.post('setup', { ...values, locale }, { quiet: true }),
    onSuccess: async () => {
      client.clear();
      await router.navigate({ to: '/', replace: true });
    },
    onError: (error) => {
      if (error instanceof ProblemError) form.setErrors({ ...error.fields });
    },
  });
  const text = (name: 'company' | 'name' | 'email', autoComplete: string) => (
    <TextInput
      label={t(`setup.${name}`)}
      autoComplete={autoComplete}
      required
      withAsterisk={false}
      {...(name === 'email' ? { type: 'email' } : {})}
      {...form.getInputProps(name)}
    />
  );

  return (
    <WelcomeFrame title={t('setup.title')} lead={t('setup.introduction')}>
      <form onSubmit={form.onSubmit((values) => setUp.mutate(values))}>
        <Stack gap="md">
          <FormProblem error={setUp.error} known={form.errors} />
          {text('company', 'organization')}
          {text('name', 'name')}
          {text('email', 'username')}
          <NewPasswordInput {...form.getInputProps('password')} />
          <Group grow align="start" gap="md">
            <Select
              label={t('setup.currency')}
              data={currencyChoices(locale)}
              searchable
              {...form.getInputProps('currency')}
            />
            <Select
              label={t('setup.timeZone')}
              data={timeZoneChoices(timeZone)}
              searchable
              {...form.getInputProps('timeZone')}
            />
          </Group>
          <Button type="submit" size="md" color="seal" fullWidth mt="sm" loading={setUp.isPending}>
            {t('setup.submit')}
          </Button>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
