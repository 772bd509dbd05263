import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { locales } from '#web/i18n/locale.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { currencyChoices } from '#web/session/currencies.ts';
import { timeZoneChoices } from '#web/session/time-zones.ts';
import { SecretText } from '../secret-text.tsx';
import { type Company, companiesKey } from './use-companies.ts';

interface Made {
  readonly label: string;
  readonly invitation: { readonly href: string };
}

interface NewCompanyDialogProps {
  /** Of which it will be a copy without people. */
  readonly original?: Company;
  onClose(): void;
}

/** Begins a company; its administrator comes in by the link that is shown then. */
export function NewCompanyDialog({ original, onClose }: NewCompanyDialogProps) {
  const { t } = useTranslation();
  const { user, workspace } = useMeta();
  const locale = useLocale();
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      ...{
        company: original ? t('settings.companies.copyName', { label: original.label }) : '',
        name: '',
        administratorName: '',
        administratorEmail: '',
      },
      ...{ locale, currency: workspace.currency, timeZone: user.timeZone },
    },
  });
  const make = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post<Made>(original ? `workspaces/${original.name}/copy` : 'workspaces', values),
    onSuccess: () => client.invalidateQueries({ queryKey: companiesKey }),
    onError: (problem) => {
      if (problem instanceof ProblemError) form.setErrors({ ...problem.fields });
    },
  });
  if (make.data)
    return (
      <Modal opened onClose={onClose} title={t('settings.companies.begun', { label: make.data.label })}>
        <Stack gap="md">
          <SecretText
            text={make.data.invitation.href}
            note={t('settings.people.linkNote', { name: form.values.administratorName })}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('settings.done')}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={
        original ? t('settings.companies.copyTitle', { label: original.label }) : t('settings.companies.new')
      }
    >
      <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
        <Stack gap="md">
          {original && <Text size="sm">{t('settings.companies.copyText')}</Text>}
          <FormProblem error={make.error} known={form.errors} />
          <TextInput
            data-autofocus
            label={t('setup.company')}
            maxLength={200}
            {...form.getInputProps('company')}
          />
          <TextInput
            label={t('settings.companies.shortName')}
            description={t('settings.companies.shortNameText')}
            placeholder="acme"
            maxLength={48}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('settings.companies.administrator')}
            maxLength={200}
            {...form.getInputProps('administratorName')}
          />
          <TextInput
            type="email"
            label={t('settings.companies.administratorEmail')}
            maxLength={254}
            {...form.getInputProps('administratorEmail')}
          />
          {!original && (
            <>
              <Select
                label={t('settings.company.language')}
                data={locales.map(({ value, label }) => ({ value, label }))}
                allowDeselect={false}
                {...form.getInputProps('locale')}
              />
              <Select
                label={t('setup.currency')}
                data={currencyChoices(locale)}
                searchable
                allowDeselect={false}
                {...form.getInputProps('currency')}
              />
              <Select
                label={t('setup.timeZone')}
                data={timeZoneChoices(form.values.timeZone)}
                searchable
                allowDeselect={false}
                {...form.getInputProps('timeZone')}
              />
            </>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('secondFactor.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={make.isPending}>
              {t('settings.companies.begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
