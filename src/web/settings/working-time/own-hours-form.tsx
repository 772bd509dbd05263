import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OwnTime } from '#kernel/working-time/own-time.ts';
import type { Week } from '#kernel/working-time/week.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Setting } from '../section.tsx';
import { useSavedValues } from '../use-saved-values.ts';
import { WeekEditor } from './week-editor.tsx';

interface OwnHoursFormProps {
  readonly own: OwnTime | null;
  /** That of the company, from which one’s own begins. */
  readonly week: Week;
  save(own: OwnTime | null): Promise<unknown>;
  onSaved(): unknown;
}

/** When one person works: when the company does, or at hours of his own. */
export function OwnHoursForm({ own, week, save, onSaved }: OwnHoursFormProps) {
  const { t } = useTranslation();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues<
    { readonly own: OwnTime | null },
    unknown
  >({ own }, (given) => save(given.own), onSaved);
  const set = (part: Partial<OwnTime>) =>
    change({ own: { week, companyDays: true, ...values.own, ...part } });
  return (
    <form onSubmit={onSubmit}>
      <SegmentedControl
        aria-label={t('settings.workingTime.whose')}
        data={[
          { value: 'company', label: t('settings.workingTime.asCompany') },
          { value: 'own', label: t('settings.workingTime.own') },
        ]}
        value={values.own === null ? 'company' : 'own'}
        onChange={(whose) => change({ own: whose === 'own' ? { week, companyDays: true } : null })}
      />
      {values.own && (
        <>
          <WeekEditor
            week={values.own.week}
            errors={errors}
            at="workingTime.week"
            onChange={(changed) => set({ week: changed })}
          />
          <Setting label={t('settings.workingTime.companyDays')}>
            <Switch
              aria-label={t('settings.workingTime.companyDays')}
              checked={values.own.companyDays}
              onChange={(event) => set({ companyDays: event.currentTarget.checked })}
            />
          </Setting>
        </>
      )}
      <FormProblem error={error} known={errors} />
      <div>
        <Button type="submit" color="seal" mt="md" loading={saving}>
          {t('record.save')}
        </Button>
      </div>
    </form>
  );
}
