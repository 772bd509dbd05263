import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import { mayBeFilled } from '#kernel/run-time/open-to-steps.ts';
import { FieldRows } from './field-rows.tsx';
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
  const said = t('settings.automations.call.fills');
  return (
    <div className={classes.values}>
      <p className={classes.note}>{said}</p>
      <FieldRows
        fields={fields}
        values={fills}
        empty=""
        offers={(field) => mayBeFilled(field as unknown as Field, false)}
        adds={said}
        placeholder={t('settings.automations.addValue')}
        error={errors.fills}
        input={(name, path, label) => (
          <TextInput
            aria-label={t('settings.automations.call.path', { label })}
            placeholder="data.score"
            value={path}
            error={errors[`fills.${name}`]}
            maxLength={200}
            onChange={(event) => onChange({ ...fills, [name]: event.currentTarget.value })}
          />
        )}
        onChange={onChange}
      />
    </div>
  );
}
