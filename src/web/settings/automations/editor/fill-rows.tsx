import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import { mayBeFilled } from '#kernel/run-time/open-to-steps.ts';
import { systemNames } from '#kernel/system-fields.ts';
import classes from './flow.module.css';

interface FillRowsProps {
  readonly fields: readonly FieldMeta[];
  readonly fills: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  onChange(fills: Readonly<Record<string, string>>): void;
}

/** Fields of the record with where in an answer their values are, and the choice of a further one. */
export function FillRows({ fields, fills, errors, onChange }: FillRowsProps) {
  const { t } = useTranslation();
  const offered = fields.filter(
    (field) =>
      !systemNames.includes(field.name) &&
      !(field.name in fills) &&
      mayBeFilled(field as unknown as Field, false),
  );
  return (
    <div className={classes.values}>
      <p className={classes.note}>{t('settings.automations.call.fills')}</p>
      {Object.entries(fills).map(([name, path]) => {
        const { [name]: _, ...others } = fills;
        const label = fields.find((field) => field.name === name)?.label ?? name;
        return (
          <div key={name} className={classes.value}>
            <span className={classes.valueLabel}>{label}</span>
            <TextInput
              aria-label={t('settings.automations.call.path', { label })}
              placeholder="data.score"
              value={path}
              error={errors[`fills.${name}`]}
              maxLength={200}
              onChange={(event) => onChange({ ...fills, [name]: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={t('settings.automations.removeValue', { label })}
              onClick={() => onChange(others)}
            >
              <IconX size={14} />
            </ActionIcon>
          </div>
        );
      })}
      <Select
        className={classes.addValue}
        aria-label={t('settings.automations.call.fills')}
        placeholder={t('settings.automations.addValue')}
        data={offered.map(({ name, label }) => ({ value: name, label }))}
        value={null}
        onChange={(name) => name && onChange({ ...fills, [name]: '' })}
        error={errors.fills}
        nothingFoundMessage={t('field.nothingFound')}
        limit={100}
        searchable
      />
    </div>
  );
}
