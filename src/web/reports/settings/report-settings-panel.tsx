import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { measureWords } from '#kernel/report/words.ts';
import { chartKinds, comparisons, type ReportSettings, reportLimits } from '#kernel/report-settings.ts';
import { useMeta } from '#web/api/queries.ts';
import { dateFields } from '#web/reports/settings/group-fields.ts';
import { WhereBuilder } from '#web/views/filters/builder/where-builder.tsx';
import { PeriodInput } from '#web/views/filters/period-input.tsx';
import { useConditionWords } from '#web/views/filters/use-condition-words.ts';
import { readWhere } from '#web/views/filters/where.ts';
import { GroupSelect } from './group-select.tsx';
import { measureOptions } from './measure-options.ts';

interface ReportSettingsPanelProps {
  readonly object: ObjectMeta;
  readonly answer: ReportAnswer;
  onChange(settings: ReportSettings): void;
}

/** What a report counts, of which records, in which groups, and how it is drawn. Every change is seen at once. */
export function ReportSettingsPanel({ object, answer, onChange }: ReportSettingsPanelProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const { settings, question, words } = answer;
  const [building, setBuilding] = useState(false);
  const change = (part: ReportSettings) => onChange(withoutEmpty({ ...settings, ...part }));
  const conditions = readWhere(settings.where);
  const sentence = useConditionWords(object.name, [conditions])(conditions);
  const measures = useMemo(() => measureOptions(meta, object, words), [meta, object, words]);
  const [outer = '', inner = ''] = settings.rows ?? [];
  const setRow = (place: number, name: string | null) => {
    const rows = [outer, inner].with(place, name ?? '').filter((each) => each !== '');
    change({ rows });
  };
  const { period } = settings;
  return (
    <Stack gap="sm">
      <div>
        <Group justify="space-between" mb={4}>
          <Text size="sm" fw={550}>
            {t('reports.records')}
          </Text>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconFilter size={13} />}
            onClick={() => setBuilding(true)}
          >
            {t('list.filter')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {sentence || t('reports.allRecords', { label: object.plural })}
        </Text>
      </div>
      <Select
        label={t('reports.period')}
        placeholder={t('reports.anyTime')}
        clearable
        data={dateFields(object).map(({ name, label }) => ({ value: name, label }))}
        value={period?.field ?? null}
        onChange={(field) =>
          change({
            period: field ? { field, in: period?.in ?? 'thisYear' } : undefined,
            ...(!field && { compare: undefined }),
          })
        }
      />
      {period && (
        <>
          <PeriodInput
            label={t('reports.span')}
            value={period.in}
            onChange={(span) => change({ period: { ...period, in: span } })}
          />
          <Select
            label={t('reports.compareWith')}
            placeholder={t('reports.nothingCompared')}
            clearable
            data={comparisons.map((value) => ({ value, label: t(`reports.comparison.${value}`) }))}
            value={settings.compare ?? null}
            onChange={(compare) => change({ compare: compare ?? undefined })}
          />
        </>
      )}
      <GroupSelect
        object={object}
        label={t('reports.rows')}
        value={outer}
        onChange={(name) => setRow(0, name)}
      />
      {outer !== '' && (
        <GroupSelect
          object={object}
          label={t('reports.rowsWithin')}
          value={inner}
          onChange={(name) => setRow(1, name)}
        />
      )}
      <GroupSelect
        object={object}
        label={t('reports.columns')}
        value={settings.columns ?? ''}
        since={outer}
        onChange={(name) => change({ columns: name ?? undefined })}
      />
      <MultiSelect
        label={t('reports.measures')}
        searchable
        maxValues={reportLimits.measures}
        data={measures}
        value={question.measures.map(({ name }) => name)}
        onChange={(names) => change({ measures: names })}
        nothingFoundMessage={t('field.nothingFound')}
      />
      <Select
        label={t('reports.sort')}
        placeholder={t('reports.byGroup')}
        clearable
        data={question.measures.map((measure) => ({
          value: measure.name,
          label: t('reports.largest', { label: measureWords(words, measure) }),
        }))}
        value={settings.sortBy ?? null}
        onChange={(sortBy) => change({ sortBy: sortBy ?? undefined })}
      />
      <Select
        label={t('reports.chart')}
        allowDeselect={false}
        data={chartKinds.map((value) => ({ value, label: t(`reports.charts.${value}`) }))}
        value={settings.chart ?? 'column'}
        onChange={(chart) => change({ chart: chart ?? undefined })}
      />
      {settings.chart === 'gauge' && (
        <TextInput
          label={t('reports.goal')}
          inputMode="decimal"
          value={settings.goal ?? ''}
          onChange={(event) => change({ goal: event.currentTarget.value.replace(/[^\d.]/g, '') })}
        />
      )}
      {building && (
        <WhereBuilder
          object={object}
          where={settings.where}
          onChange={(where) => change({ where })}
          onClose={() => setBuilding(false)}
        />
      )}
    </Stack>
  );
}

/** What is not set is not kept. */
function withoutEmpty(settings: ReportSettings): ReportSettings {
  const kept = Object.entries(settings).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}
