import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import { mayBeFilled } from '#kernel/run-time/open-to-steps.ts';
import { systemNames } from '#kernel/system-fields.ts';
import { errorsUnder } from '#web/forms/errors-under.ts';
import classes from './flow.module.css';
import { ValueInput } from './value-input.tsx';

interface ValueRowsProps {
  readonly fields: readonly FieldMeta[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
  /** Under which name errors speak of the values. */
  readonly group: 'values' | 'input' | 'matching';
  /** Which fields can be chosen: usually those that a step may fill in. */
  readonly offers?: (field: FieldMeta) => boolean;
  /** What the choice of a further one is called. */
  readonly adds?: string;
  onChange(values: Readonly<Record<string, unknown>>): void;
}

/** The fields that are filled in, each with what it gets, and the choice of a further one. */
export function ValueRows(props: ValueRowsProps) {
  const { t } = useTranslation();
  const { fields, values, errors, group, offers = isFilled, onChange } = props;
  const adds = props.adds ?? t('settings.automations.addValue');
  const offered = fields.filter(
    (field) => !systemNames.includes(field.name) && !(field.name in values) && offers(field),
  );
  // What is lacking is told where it would be chosen.
  const lacking = Object.entries(errorsUnder(errors, group)).filter(([name]) => !(name in values));
  // In the order of the object's fields, which a database that keeps JSON by its names does not keep.
  const place = (name: string) => fields.findIndex((field) => field.name === name);
  const rows = Object.entries(values).toSorted(([one], [other]) => place(one) - place(other));
  return (
    <div className={classes.values}>
      {rows.map(([name, value]) => {
        const field = fields.find((one) => one.name === name);
        const label = field?.label ?? name;
        const { [name]: _, ...others } = values;
        return (
          <div key={name} className={classes.value}>
            <span className={classes.valueLabel}>{label}</span>
            {field ? (
              <ValueInput
                field={field}
                value={value}
                error={errors[`${group}.${name}`]}
                onChange={(next) => onChange({ ...values, [name]: next })}
              />
            ) : (
              <p className={classes.error}>{errors[`${group}.${name}`] ?? t('settings.automations.gone')}</p>
            )}
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
        aria-label={adds}
        placeholder={adds}
        data={offered.map(({ name, label }) => ({ value: name, label }))}
        value={null}
        onChange={(name) => name && onChange({ ...values, [name]: null })}
        error={
          lacking.length > 0
            ? lacking.map(([name, message]) => `${labelOf(fields, name)}: ${message}`).join(' ')
            : undefined
        }
        nothingFoundMessage={t('field.nothingFound')}
        limit={100}
        searchable
      />
    </div>
  );
}

function isFilled(field: FieldMeta): boolean {
  return mayBeFilled(field as unknown as Field, true);
}

function labelOf(fields: readonly FieldMeta[], name: string): string {
  return fields.find((field) => field.name === name)?.label ?? name;
}
