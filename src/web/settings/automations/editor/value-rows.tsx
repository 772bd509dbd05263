import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import { mayBeFilled } from '#kernel/run-time/open-to-steps.ts';
import { errorsUnder } from '#web/forms/errors-under.ts';
import { FieldRows } from './field-rows.tsx';
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
  // What is lacking is told where it would be chosen.
  const lacking = Object.entries(errorsUnder(errors, group)).filter(([name]) => !(name in values));
  return (
    <div className={classes.values}>
      <FieldRows
        fields={fields}
        values={values}
        empty={null}
        offers={offers}
        adds={adds}
        placeholder={adds}
        error={
          lacking.length > 0
            ? lacking.map(([name, message]) => `${labelOf(fields, name)}: ${message}`).join(' ')
            : undefined
        }
        input={(name, value) => {
          const field = fields.find((one) => one.name === name);
          const error = errors[`${group}.${name}`];
          return field ? (
            <ValueInput
              field={field}
              value={value}
              error={error}
              onChange={(next) => onChange({ ...values, [name]: next })}
            />
          ) : (
            <p className={classes.error}>{error ?? t('settings.automations.gone')}</p>
          );
        }}
        onChange={onChange}
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
