import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { bothConditions } from '#kernel/both-conditions.ts';
import { periods } from '#kernel/expression/period.ts';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ReportSettings } from '#kernel/report-settings.ts';

/** What holds for every report of a dashboard while somebody looks at it. */
export interface DashboardLimits {
  readonly period?: string | undefined;
  readonly whose?: 'mine' | 'team' | undefined;
}

interface DashboardFilterProps {
  readonly limits: DashboardLimits;
  onChange(limits: DashboardLimits): void;
}

/** Limits every report of a dashboard to a span of time and to people. */
export function DashboardFilter({ limits, onChange }: DashboardFilterProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        w={150}
        clearable
        aria-label={t('reports.period')}
        placeholder={t('reports.anySpan')}
        data={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={limits.period ?? null}
        onChange={(period) => onChange({ ...limits, period: period ?? undefined })}
      />
      <Select
        w={130}
        clearable
        aria-label={t('reports.whose')}
        placeholder={t('reports.everyones')}
        data={(['mine', 'team'] as const).map((value) => ({ value, label: t(`reports.${value}`) }))}
        value={limits.whose ?? null}
        onChange={(whose) => onChange({ ...limits, whose: whose ?? undefined })}
      />
    </>
  );
}

/** A report's settings within the limits of the dashboard, as far as they concern it. */
export function limitedSettings(
  object: ObjectMeta,
  settings: ReportSettings,
  { period, whose }: DashboardLimits,
): ReportSettings {
  const owned = whose && object.fields.some(({ name }) => name === 'owner');
  const people = owned ? { owner: whose === 'mine' ? '$actor' : { in: '$team' } } : undefined;
  return {
    ...settings,
    ...(people && { where: bothConditions(settings.where, people) }),
    ...(period && settings.period && { period: { ...settings.period, in: period } }),
  };
}
