import { Combobox, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import classes from './record-options.module.css';
import type { RecordOption } from './use-record-options.ts';

interface RecordOptionsProps {
  readonly options: readonly RecordOption[];
  readonly loading: boolean;
  /** Several objects are offered: say of which kind each one is. */
  readonly mixed: boolean;
  /** What would be created, when that is possible. */
  readonly create?: { readonly label: string; readonly text: string } | undefined;
}

/** The value of the option that makes a new record. */
export const CREATE = '+';

/** One record per line: its name, what tells it apart, its kind. */
export function RecordOptions({ options, loading, mixed, create }: RecordOptionsProps) {
  const { t } = useTranslation();
  const labels = new Map(useMeta().objects.map((object) => [object.name, object.label]));
  return (
    <Combobox.Options mah={300} style={{ overflowY: 'auto' }}>
      {options.map((option) => (
        <Combobox.Option key={option.id} value={option.id} className={classes.option}>
          <span className={classes.name}>{option.name}</span>
          <Text component="span" size="xs" c="dimmed" className={classes.detail}>
            {[option.detail, mixed ? labels.get(option.object) : undefined].filter(Boolean).join(' · ')}
          </Text>
        </Combobox.Option>
      ))}
      {options.length === 0 && !create && (
        <Combobox.Empty>{loading ? t('field.searching') : t('field.nothingFound')}</Combobox.Empty>
      )}
      {create && (
        <Combobox.Option value={CREATE} className={classes.create}>
          <IconPlus size={14} aria-hidden />
          {t('field.create', { label: create.label, name: create.text })}
        </Combobox.Option>
      )}
    </Combobox.Options>
  );
}
