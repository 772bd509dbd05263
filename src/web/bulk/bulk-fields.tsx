import { ActionIcon, Select, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FieldMeta, ObjectMeta } from '#kernel/meta.ts';
import { FieldEditor } from '#web/fields/field-editor.tsx';
import type { Values } from '#web/fields/field-props.ts';
import { fieldView } from '#web/fields/registry.ts';
import classes from './bulk.module.css';

interface BulkFieldsProps {
  readonly object: ObjectMeta;
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  onChange(values: Values): void;
}

/** Whether a field can be given the same value in many records. */
export function canBeSet(field: FieldMeta): boolean {
  const { readOnly, immutable, unique, masked, type } = field;
  return !readOnly && !immutable && !unique && !masked && type !== 'file' && Boolean(fieldView(field).Editor);
}

/** The fields to be set, each with its new value; one more can always be added. */
export function BulkFields({ object, values, errors, onChange }: BulkFieldsProps) {
  const { t } = useTranslation();
  const chosen = Object.keys(values).flatMap(
    (name) => object.fields.find((field) => field.name === name) ?? [],
  );
  const others = object.fields.filter((field) => canBeSet(field) && !(field.name in values));
  return (
    <Stack gap="sm">
      {chosen.map((field) => (
        <div key={field.name} className={classes.field}>
          <div className={classes.editor}>
            <FieldEditor
              field={field}
              value={values[field.name]}
              onChange={(value) => onChange({ ...values, [field.name]: value })}
              error={errors[field.name]}
              label
              autoFocus
            />
            {!field.required && (values[field.name] ?? null) === null && (
              <Text size="xs" c="dimmed" mt={4}>
                {t('bulk.empties')}
              </Text>
            )}
          </div>
          <ActionIcon
            variant="subtle"
            aria-label={t('bulk.leaveOut', { field: field.label })}
            onClick={() => {
              const { [field.name]: _, ...rest } = values;
              onChange(rest);
            }}
          >
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      <Select
        key={chosen.length}
        data-autofocus={chosen.length === 0 || undefined}
        searchable
        label={chosen.length === 0 ? t('list.field') : t('bulk.another')}
        placeholder={t('bulk.choose')}
        data={others.map((field) => ({ value: field.name, label: field.label }))}
        value={null}
        onChange={(name) => name && onChange({ ...values, [name]: null })}
      />
    </Stack>
  );
}
