import { Button, Select, Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { publicHolidays } from '#kernel/working-time/company-time.ts';
import { api } from '#web/api/client.ts';
import { workingTimeKey } from '#web/calendar/use-working-time.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import type { CompanySettings } from '../company/company-settings.ts';
import { Section, Setting } from '../section.tsx';
import { useSavedValues } from '../use-saved-values.ts';
import { ExceptionalDays } from './exceptional-days.tsx';
import { WeekEditor } from './week-editor.tsx';
import own from './working-time.module.css';

/** When the company works: its week, whose public holidays it keeps, and days of its own. */
export function CompanyHours({ settings }: { readonly settings: CompanySettings }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues(
    settings.workingTime,
    (workingTime) => api.patch<CompanySettings>('company', { workingTime }),
    (saved) => {
      client.setQueryData(['company'], saved);
      return client.invalidateQueries({ queryKey: workingTimeKey });
    },
  );
  const none = 'none';
  return (
    <form onSubmit={onSubmit} className={own.sections}>
      <Section
        title={t('settings.workingTime.week')}
        text={t('settings.workingTime.weekText', { zone: settings.timeZone })}
      >
        <WeekEditor
          week={values.week}
          errors={errors}
          at="workingTime.week"
          onChange={(week) => change({ week })}
        />
        <Setting label={t('settings.workingTime.publicHolidays')}>
          <Select
            w={220}
            aria-label={t('settings.workingTime.publicHolidays')}
            allowDeselect={false}
            data={[none, ...publicHolidays].map((value) => ({
              value,
              label: t(`settings.workingTime.holidaysOf.${value}`),
            }))}
            value={values.publicHolidays ?? none}
            onChange={(value) =>
              change({ publicHolidays: publicHolidays.find((country) => country === value) ?? null })
            }
          />
        </Setting>
        <Setting label={t('settings.workingTime.ownHours')}>
          <Switch
            aria-label={t('settings.workingTime.ownHours')}
            checked={values.ownHours}
            onChange={(event) => change({ ownHours: event.currentTarget.checked })}
          />
        </Setting>
      </Section>
      <Section title={t('settings.workingTime.days')} text={t('settings.workingTime.daysText')}>
        <ExceptionalDays
          days={values.days}
          errors={errors}
          at="workingTime.days"
          onChange={(days) => change({ days })}
        />
        <FormProblem error={error} known={errors} />
        <Button type="submit" color="seal" mt="md" loading={saving}>
          {t('record.save')}
        </Button>
      </Section>
    </form>
  );
}
