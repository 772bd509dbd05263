import { NativeSelect, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from '#kernel/field/field.ts';
import type { FieldMeta } from '#kernel/meta.ts';
import { mayHold } from '#kernel/run-time/step-value-faults.ts';
import { takenBy } from '#kernel/run-time/taken-value.ts';
import { textMark } from '#kernel/run-time/text-with-values.ts';
import { useMeta } from '#web/api/queries.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { conditionFields } from '#web/views/filters/condition-field.ts';
import { useDrawing } from './drawing.ts';
import classes from './flow.module.css';
import { TextWithFields } from './text-with-fields.tsx';
import {
  asFixed,
  daysAway,
  fixedOf,
  momentAway,
  sourceOf,
  sourcesOf,
  startOf,
  type ValueSource,
} from './value-source.ts';

interface ValueInputProps {
  readonly field: FieldMeta;
  readonly value: unknown;
  readonly error: string | undefined;
  onChange(value: unknown): void;
}

/** What a field gets: first where that comes from, then what it is. */
export function ValueInput(props: ValueInputProps) {
  const { t } = useTranslation();
  const { object, start } = useDrawing();
  const { field, value, onChange } = props;
  const source = sourceOf(value);
  const sources = sourcesOf(field, object.name, start?.name);
  return (
    <div className={classes.valueInput}>
      <NativeSelect
        aria-label={t('settings.automations.source', { label: field.label })}
        data={sources.map((one) => ({ value: one, label: t(`settings.automations.sources.${one}`) }))}
        value={source}
        onChange={(event) => onChange(startOf(event.currentTarget.value as ValueSource, field))}
      />
      <SourcedInput key={source} {...props} source={source} />
    </div>
  );
}

function SourcedInput({ field, value, error, source, onChange }: ValueInputProps & { source: ValueSource }) {
  const { t } = useTranslation();
  switch (source) {
    case 'fixed':
      return (
        <FieldEditor
          field={{ ...field, required: false, readOnly: false }}
          value={fixedOf(value)}
          error={error}
          onChange={(next) => onChange(asFixed(next))}
        />
      );
    case 'record':
    case 'start':
      return <TakenValue field={field} value={value} error={error} source={source} onChange={onChange} />;
    case 'text':
      return (
        <TextWithFields
          label={field.label}
          value={String(value).slice(textMark.length)}
          error={error}
          oneLine={field.type === 'text'}
          labelled
          onChange={(text) => onChange(textMark + text)}
        />
      );
    case 'moment':
      return (
        <NumberInput
          aria-label={t('settings.automations.daysAway', { label: field.label })}
          value={daysAway(value)}
          error={error}
          allowDecimal={false}
          min={-9999}
          max={9999}
          suffix={` ${t('settings.automations.units.days')}`}
          onChange={(days) => typeof days === 'number' && onChange(momentAway(field, days))}
        />
      );
    default:
      return error ? <p className={classes.error}>{error}</p> : null;
  }
}

/** A value of the record, or of one that it refers to, that the field can take. */
function TakenValue(props: ValueInputProps & { source: 'record' | 'start' }) {
  const { field, value, error, source, onChange } = props;
  const { t } = useTranslation();
  const meta = useMeta();
  const { object, start = object } = useDrawing();
  const path = takenBy(value)?.path ?? '';
  const fitting = conditionFields(meta, source === 'start' ? start : object)
    .flat()
    .filter(({ field: source }) => mayHold(field as unknown as Field, source as unknown as Field));
  const known = fitting.some((one) => one.path === path);
  return (
    <Select
      aria-label={t('settings.automations.taken', { label: field.label })}
      placeholder={t('settings.automations.choose')}
      data={[
        ...fitting.map((one) => ({ value: one.path, label: one.label })),
        ...(known || path === '' ? [] : [{ value: path, label: path }]),
      ]}
      value={path || null}
      onChange={(next) => next && onChange(`$${source}.${next}`)}
      error={error}
      nothingFoundMessage={t('settings.automations.nothingFits')}
      limit={100}
      searchable
    />
  );
}
