import { Button, NumberInput, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { api } from '#web/api/client.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Section } from '../section.tsx';
import classes from '../settings.module.css';
import { useSavedValues } from '../use-saved-values.ts';
import type { BackupSettings, Backups } from './use-operation.ts';

const frequencies = [
  'off',
  'hourly',
  'daily',
  'weekly',
] as const satisfies readonly BackupSettings['every'][];
const trials = ['off', 'weekly', 'monthly'] as const satisfies readonly BackupSettings['drill'][];
const days = [0, 1, 3, 7, 14, 30];
const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }));

/** When backups are made and tried out, and how many are kept. */
export function BackupSchedule({ backup: { settings, moments } }: { backup: Backups }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const time = (at: string) => formatDateTime(at, locale, timeZone);
  const client = useQueryClient();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues(
    settings,
    (changed) => api.patch<BackupSettings>('operation/backup', changed),
    () => client.invalidateQueries({ queryKey: ['operation'] }),
  );
  const choices = (names: readonly string[]) =>
    names.map((value) => ({ value, label: t(`settings.operation.every.${value}`) }));
  return (
    <Section title={t('settings.operation.schedule')}>
      <form onSubmit={onSubmit}>
        <div className={classes.form}>
          <Select
            label={t('settings.operation.backUp')}
            data={choices(frequencies)}
            value={values.every}
            error={errors.every}
            onChange={(every) => every && change({ every: every as BackupSettings['every'] })}
          />
          <Select
            label={t('settings.operation.hour')}
            data={hours}
            value={String(values.hour)}
            disabled={values.every === 'off' || values.every === 'hourly'}
            error={errors.hour}
            onChange={(hour) => hour && change({ hour: Number(hour) })}
          />
          <NumberInput
            label={t('settings.operation.keep')}
            value={values.keep}
            min={1}
            max={1000}
            error={errors.keep}
            onChange={(keep) => change({ keep: Number(keep) })}
          />
          <Select
            label={t('settings.operation.drill')}
            description={t('settings.operation.drillText')}
            data={choices(trials)}
            value={values.drill}
            error={errors.drill}
            onChange={(drill) => drill && change({ drill: drill as BackupSettings['drill'] })}
          />
          <Select
            label={t('settings.operation.moments.label')}
            description={
              moments?.from && moments.to && settings.pointInTime > 0
                ? t('settings.operation.moments.reach', { from: time(moments.from), to: time(moments.to) })
                : t(`settings.operation.moments.${moments === null ? 'elsewhere' : 'text'}`)
            }
            data={days.map((count) => ({
              value: String(count),
              label:
                count === 0
                  ? t('settings.operation.every.off')
                  : t('settings.operation.moments.days', { count }),
            }))}
            value={String(values.pointInTime)}
            disabled={moments === null}
            error={errors.pointInTime}
            onChange={(count) => count && change({ pointInTime: Number(count) })}
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
