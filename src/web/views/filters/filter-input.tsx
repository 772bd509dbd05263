import { Checkbox, Group, MultiSelect, Stack, TagsInput, TextInput } from '@mantine/core';
import type { FieldMeta } from '#kernel/meta.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import classes from './filters.module.css';
import { PeriodInput } from './period-input.tsx';
import { PlaceInput } from './place-input.tsx';
import type { FieldTest } from './tests-of-field.ts';

interface FilterInputProps {
  readonly field: FieldMeta;
  readonly test: FieldTest;
  readonly value: unknown;
  onChange(value: unknown): void;
  onDone(): void;
  readonly autoFocus?: boolean;
  /** In a row beside others, where a list of boxes would be too high. */
  readonly inRow?: boolean;
}

/** The input for what a field is compared with. */
export function FilterInput({
  field,
  test,
  value,
  onChange,
  onDone,
  autoFocus = false,
  inRow = false,
}: FilterInputProps) {
  if (test.input === 'text') {
    return (
      <TextInput
        {...(autoFocus && { 'data-autofocus': true })}
        aria-label={field.label}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onDone()}
      />
    );
  }
  if (test.input === 'period') return <PeriodInput label={field.label} value={value} onChange={onChange} />;
  if (test.input === 'list') {
    const listed = Array.isArray(value) ? value.map(String) : [];
    return <TagsInput aria-label={field.label} value={listed} onChange={onChange} acceptValueOnBlur />;
  }
  if (test.input === 'choices' && inRow) {
    return (
      <MultiSelect
        aria-label={field.label}
        searchable
        data={field.choices?.map((choice) => ({ value: choice.value, label: choice.label })) ?? []}
        value={[value ?? []].flat().map(String)}
        onChange={onChange}
      />
    );
  }
  if (test.input === 'choices') return <Choices field={field} value={value} onChange={onChange} />;
  if (test.input === 'records') {
    const targets = field.targets ?? (field.type === 'user' ? ['user'] : []);
    const several = { ...field, type: 'manyToMany', targets, required: false };
    const ids = Array.isArray(value) ? value : value ? [value] : null;
    return (
      <FieldEditor
        field={several}
        value={ids}
        onChange={(next) => onChange(next ?? [])}
        autoFocus={autoFocus}
      />
    );
  }
  if (test.input === 'places') {
    return (
      <PlaceInput label={field.label} value={value} onChange={onChange} autoFocus={autoFocus} free={inRow} />
    );
  }
  if (test.input === 'range') {
    const [low = null, high = null] = Array.isArray(value) ? value : [];
    return (
      <Group gap="xs" wrap="nowrap" className={classes.range}>
        <FieldEditor
          field={operandField(field)}
          value={low}
          onChange={(next) => onChange([next, high])}
          autoFocus={autoFocus}
        />
        <span aria-hidden>–</span>
        <FieldEditor field={operandField(field)} value={high} onChange={(next) => onChange([low, next])} />
      </Group>
    );
  }
  return test.input === 'value' ? (
    <FieldEditor
      field={operandField(field)}
      value={value ?? null}
      onChange={onChange}
      autoFocus={autoFocus}
    />
  ) : null;
}

/** Sums are compared in the company's currency, instants by day. */
function operandField(field: FieldMeta): FieldMeta {
  const type = field.result ?? field.type;
  const plain = { ...field, required: false, readOnly: false, result: undefined };
  if (type === 'money' || type === 'percent') return { ...plain, type: 'decimal' } as FieldMeta;
  return { ...plain, type: type === 'dateTime' ? 'date' : type } as FieldMeta;
}

function Choices({ field, value, onChange }: Pick<FilterInputProps, 'field' | 'value' | 'onChange'>) {
  const chosen = Array.isArray(value) ? value.map(String) : value ? [String(value)] : [];
  return (
    <Checkbox.Group value={chosen} onChange={onChange} className={classes.choices} aria-label={field.label}>
      <Stack gap={2}>
        {field.choices?.map((choice) => (
          <Checkbox
            key={choice.value}
            value={choice.value}
            classNames={{ root: classes.choice, body: classes.choiceBody }}
            label={<StatusBadge color={choice.color}>{choice.label}</StatusBadge>}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
