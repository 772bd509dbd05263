import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { metaQuery } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { locales } from '#web/i18n/locale.ts';
import { timeZoneChoices } from '#web/session/time-zones.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { useSavedValues } from '../use-saved-values.ts';
import type { CompanySettings } from './company-settings.ts';
import { CurrencyRates } from './currency-rates.tsx';

/** Changes what is set for the company. The base currency stays as it was chosen at set-up. */
export function CompanyForm({ settings }: { settings: CompanySettings }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues(
    settings,
    ({ currency: _base, workingTime: _hours, ...given }) => api.patch<CompanySettings>('company', given),
    (saved) => {
      client.setQueryData(['company'], saved);
      return client.fetchQuery({ ...metaQuery, staleTime: 0 });
    },
  );
  return (
    <Section title={t('settings.company.title')}>
      <form onSubmit={onSubmit}>
        <div className={classes.form}>
          <TextInput
            label={t('setup.company')}
            value={values.company}
            maxLength={200}
            error={errors.company}
            onChange={(event) => change({ company: event.currentTarget.value })}
          />
          <TextInput
            label={t('setup.currency')}
            description={t('settings.company.currencyText')}
            value={values.currency}
            readOnly
          />
          <Select
            label={t('settings.company.language')}
            data={locales.map(({ value, label }) => ({ value, label }))}
            value={values.locale}
            onChange={(locale) => locale && change({ locale: locale as CompanySettings['locale'] })}
          />
          <Select
            label={t('setup.timeZone')}
            searchable
            data={timeZoneChoices(values.timeZone)}
            value={values.timeZone}
            onChange={(timeZone) => timeZone && change({ timeZone })}
          />
        </div>
        <CurrencyRates
          base={values.currency}
          rates={values.currencies}
          onChange={(currencies) => change({ currencies })}
        />
        <FormProblem error={error} known={errors} />
        <Button type="submit" color="seal" mt="md" loading={saving}>
          {t('record.save')}
        </Button>
      </form>
    </Section>
  );
}
