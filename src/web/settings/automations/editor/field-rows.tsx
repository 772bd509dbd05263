import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { systemNames } from '#kernel/system-fields.ts';
import classes from './flow.module.css';

interface FieldRowsProps<Value> {
  readonly fields: readonly FieldMeta[];
  readonly values: Readonly<Record<string, Value>>;
  /** What a field begins with. */
  readonly empty: Value;
  /** Which fields can be chosen. */
  offers(field: FieldMeta): boolean;
  /** What the choice of a further one is called, and what it says. */
  readonly adds: string;
  readonly placeholder: string;
  readonly error: string | undefined;
  input(name: string, value: Value, label: string): ReactNode;
  onChange(values: Readonly<Record<string, Value>>): void;
}

/** Fields with something for each, in the order of the object's, and the choice of a further one. */
export function FieldRows<Value>(props: FieldRowsProps<Value>) {
  const { t } = useTranslation();
  const { fields, values, empty, offers, adds, placeholder, error, input, onChange } = props;
  const offered = fields.filter(
    (field) => !systemNames.includes(field.name) && !(field.name in values) && offers(field),
  );
  // A database that keeps JSON by its names does not keep it.
  const place = (name: string) => fields.findIndex((field) => field.name === name);
  const rows = Object.entries(values).toSorted(([one], [other]) => place(one) - place(other));
  return (
    <>
      {rows.map(([name, value]) => {
        const label = fields.find((field) => field.name === name)?.label ?? name;
        const { [name]: _, ...others } = values;
        return (
          <div key={name} className={classes.value}>
            <span className={classes.valueLabel}>{label}</span>
            {input(name, value, label)}
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
        placeholder={placeholder}
        data={offered.map(({ name, label }) => ({ value: name, label }))}
        value={null}
        onChange={(name) => name && onChange({ ...values, [name]: empty })}
        error={error}
        nothingFoundMessage={t('field.nothingFound')}
        limit={100}
        searchable
      />
    </>
  );
}
