import { Select, Text, TextInput } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import type { ColumnMapping, ImportFile } from './import-job.ts';
import classes from './import-page.module.css';

interface ValueMappingProps {
  readonly file: ImportFile;
  readonly field: FieldMeta;
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

/** Values of the file that nothing was known for, or that stand for something else: each with what it means. */
export function ValueMapping({ file, field, mapping, onChange }: ValueMappingProps) {
  const { t } = useTranslation();
  const unknown = file.report?.unknownValues[mapping.column ?? ''] ?? [];
  const values = new Map([
    ...unknown.map(({ value, suggestion }) => [value, suggestion ?? null] as const),
    ...Object.entries(mapping.values ?? {}),
  ]);
  if (values.size === 0) return null;
  const set = (value: string, meaning: string | null) =>
    onChange({ ...mapping, values: { ...mapping.values, [value]: meaning } });
  return (
    <div className={classes.values}>
      {[...values].slice(0, 30).map(([value, meaning]) => (
        <Fragment key={value}>
          <Text size="sm" truncate title={value}>
            {value}
          </Text>
          <IconArrowRight size={14} aria-hidden />
          {field.choices ? (
            <Select
              aria-label={t('import.meaning', { value })}
              placeholder={t('import.nothing')}
              data={field.choices.map((choice) => ({ value: choice.value, label: choice.label }))}
              value={mapping.values?.[value] ?? null}
              clearable
              onChange={(chosen) => set(value, chosen)}
            />
          ) : (
            <TextInput
              aria-label={t('import.meaning', { value })}
              placeholder={meaning ?? t('import.nothing')}
              defaultValue={mapping.values?.[value] ?? ''}
              onBlur={(event) => event.currentTarget.value && set(value, event.currentTarget.value)}
            />
          )}
        </Fragment>
      ))}
    </div>
  );
}
