import { ActionIcon, Group, Input, MultiSelect, Select, Stack } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import type { TypedValues } from '#kernel/run-time/record-type.ts';

type Limits = Readonly<Record<string, TypedValues>>;

interface ValueLimitsProps {
  readonly object: ObjectMeta;
  readonly values: Limits;
  onChange(values: Limits): void;
}

/** Which values of which fields can be chosen in records of a type, and what new ones start with. */
export function ValueLimits({ object, values, onChange }: ValueLimitsProps) {
  const { t } = useTranslation();
  const limitable = object.fields.filter(
    ({ name, type, readOnly }) =>
      ['choice', 'multiChoice'].includes(type) && !readOnly && name !== 'recordType',
  );
  const limited = limitable.filter(({ name }) => name in values);
  const others = limitable.filter(({ name }) => !(name in values));
  return (
    <Input.Wrapper label={t('settings.types.values')} description={t('settings.types.valuesText')}>
      <Stack gap="xs" mt="xs">
        {limited.map((field) => (
          <FieldLimit
            key={field.name}
            field={field}
            typed={values[field.name] ?? {}}
            onChange={(typed) => {
              const { [field.name]: _, ...rest } = values;
              onChange(typed === undefined ? rest : { ...values, [field.name]: typed });
            }}
          />
        ))}
        {others.length > 0 && (
          <Select
            aria-label={t('settings.types.addField')}
            placeholder={t('settings.types.addField')}
            data={others.map(({ name, label }) => ({ value: name, label }))}
            value={null}
            onChange={(name) => {
              const choices = others.find((field) => field.name === name)?.choices ?? [];
              if (name) onChange({ ...values, [name]: { allowed: choices.map(({ value }) => value) } });
            }}
            maw={260}
            searchable
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

interface FieldLimitProps {
  readonly field: FieldMeta;
  readonly typed: TypedValues;
  onChange(typed: TypedValues | undefined): void;
}

function FieldLimit({ field, typed, onChange }: FieldLimitProps) {
  const { t } = useTranslation();
  const choices = (field.choices ?? []).map(({ value, label }) => ({ value, label }));
  const allowed = typed.allowed ?? choices.map(({ value }) => value);
  const { default: start, ...rest } = typed;
  return (
    <Group align="end" wrap="nowrap">
      <MultiSelect
        flex={2}
        label={t('settings.types.allowed', { field: field.label })}
        data={choices}
        value={[...allowed]}
        onChange={(chosen) => {
          const kept = start !== undefined && chosen.includes(start) ? { default: start } : {};
          onChange({
            allowed: choices.map(({ value }) => value).filter((one) => chosen.includes(one)),
            ...kept,
          });
        }}
      />
      <Select
        flex={1}
        label={t('settings.types.start', { field: field.label })}
        placeholder={t('settings.types.asUsual')}
        data={choices.filter(({ value }) => allowed.includes(value))}
        value={start ?? null}
        onChange={(value) => onChange(value === null ? rest : { ...typed, default: value })}
        clearable
      />
      <ActionIcon
        size={34}
        aria-label={t('settings.types.noLimit', { field: field.label })}
        onClick={() => onChange(undefined)}
      >
        <IconX size={15} />
      </ActionIcon>
    </Group>
  );
}
