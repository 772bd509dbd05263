import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { groupWords } from '#kernel/report/words.ts';
import { useMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { groupFields, sinceFields } from '#web/reports/settings/group-fields.ts';

interface GroupSelectProps {
  readonly object: ObjectMeta;
  readonly label: string;
  readonly value: string;
  /** What rows are grouped by: columns may count from it. */
  readonly since?: string;
  onChange(name: string | null): void;
}

/** By what a report groups: the object's own fields, dates by a part of them, and what is reached by reference. */
export function GroupSelect({ object, label, value, since = '', onChange }: GroupSelectProps) {
  const { t } = useTranslation();
  const meta = useMeta();
  const formatting = useFormatting();
  const groups = useMemo(() => {
    const [own = [], ...through] = groupFields(meta, object);
    const option = (field: (typeof own)[number]) => ({
      value: field.name,
      label: groupWords({ t, formatting }, field),
    });
    const after = sinceFields(meta, object, since);
    return [
      ...(after.length > 0 ? [{ group: t('reports.sinceGroup'), items: after.map(option) }] : []),
      { group: t('filter.own'), items: own.map(option) },
      ...through.map((fields) => ({
        group: t('filter.through', { label: fields[0]?.label.split(' › ')[0] ?? '' }),
        items: fields.map(option),
      })),
    ];
  }, [meta, object, since, t, formatting]);
  return (
    <Select
      label={label}
      placeholder={t('reports.ungrouped')}
      clearable
      searchable
      limit={100}
      data={groups}
      value={value || null}
      onChange={onChange}
      nothingFoundMessage={t('field.nothingFound')}
    />
  );
}
