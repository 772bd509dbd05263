import { Button, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import type { CompanySettings, Responsibility } from '../company/company-settings.ts';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { useSavedValues } from '../use-saved-values.ts';

const parts = ['address', 'reach', 'officer', 'officerReach', 'representative'] as const;

/** What the company says of itself as the one who is responsible. */
export function ResponsibilityForm({ responsibility }: { responsibility: Responsibility }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues(
    responsibility,
    (given) => api.patch<CompanySettings>('company', { responsibility: given }),
    (saved) => {
      client.setQueryData(['company'], saved);
      return client.invalidateQueries({ queryKey: ['privacy'] });
    },
  );
  return (
    <Section title={t('settings.privacy.responsible')} text={t('settings.privacy.responsibleText')}>
      <form onSubmit={onSubmit}>
        <div className={classes.form}>
          {parts.map((part) => (
            <TextInput
              key={part}
              label={t(`settings.privacy.${part}`)}
              value={values[part] ?? ''}
              maxLength={2000}
              onChange={(event) => change({ [part]: event.currentTarget.value })}
            />
          ))}
          <Textarea
            label={t('settings.privacy.transfers')}
            autosize
            minRows={2}
            maxLength={2000}
            value={values.transfers ?? ''}
            onChange={(event) => change({ transfers: event.currentTarget.value })}
          />
        </div>
        <FormProblem error={error} known={errors} />
        <Button type="submit" color="seal" mt="md" loading={saving}>
          {t('record.save')}
        </Button>
      </form>
    </Section>
  );
}
