import type { FieldMeta } from '#kernel/meta.ts';
import { FieldEditor } from './field-editor.tsx';
import classes from './field-form.module.css';
import type { Values } from './field-props.ts';
import { fieldView } from './registry.ts';

interface FieldFormProps {
  readonly fields: readonly FieldMeta[];
  readonly values: Values;
  onChange(values: Values): void;
  /** Complaints by field name. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
  /** The record around these fields, for values that depend on it. */
  readonly record?: Values | undefined;
  readonly autoFocus?: boolean;
}

/** Labelled inputs for fields, two beside each other where there is room. */
export function FieldForm({ fields, values, onChange, errors = {}, record, autoFocus }: FieldFormProps) {
  return (
    <div className={classes.form}>
      {fields.map((field, index) => (
        <div key={field.name} data-wide={fieldView(field).wide || undefined}>
          <FieldEditor
            field={field}
            value={values[field.name] ?? null}
            onChange={(value) => onChange({ ...values, [field.name]: value })}
            error={errors[field.name]}
            record={{ ...record, ...values }}
            autoFocus={autoFocus && index === 0}
            label
          />
        </div>
      ))}
    </div>
  );
}
