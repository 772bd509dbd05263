import { Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { ColumnMapping, ImportFile } from './import-job.ts';
import classes from './import-page.module.css';
import { ValueMapping } from './value-mapping.tsx';

interface ColumnRowProps {
  readonly file: ImportFile;
  readonly fields: readonly FieldMeta[];
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

/** One column: what it is called, what stands in it, where it goes and how it is read. */
export function ColumnRow({ file, fields, mapping, onChange }: ColumnRowProps) {
  const { t } = useTranslation();
  const taken = new Set(file.mapping.map(({ field }) => field));
  const field = fields.find(({ name }) => name === mapping.field);
  const place = file.header.indexOf(mapping.column ?? '');
  const sample = file.sample.map((cells) => cells[place]).filter((cell) => cell);
  const options = fields.filter(({ name }) => name === mapping.field || !taken.has(name));
  return (
    <tr data-unused={mapping.field === null || undefined}>
      <td className={classes.heading}>{mapping.column ?? t('import.constant')}</td>
      <td>
        {mapping.column === undefined ? (
          <TextInput
            aria-label={t('import.constant')}
            defaultValue={mapping.constant ?? ''}
            onBlur={(event) => onChange({ ...mapping, constant: event.currentTarget.value })}
          />
        ) : (
          sample.slice(0, 2).map((cell) => (
            <div key={cell} className={classes.sample} title={cell}>
              {cell}
            </div>
          ))
        )}
      </td>
      <td>
        <Select
          aria-label={t('import.intoField', { column: mapping.column ?? '' })}
          placeholder={t('import.leaveOut')}
          data={options.map(({ name, label, required }) => ({
            value: name,
            label: required ? `${label} *` : label,
          }))}
          value={mapping.field}
          searchable
          clearable
          onChange={(name) => onChange({ ...mapping, field: name })}
        />
      </td>
      <td>{field && <HowToRead file={file} field={field} mapping={mapping} onChange={onChange} />}</td>
    </tr>
  );
}

interface HowToReadProps {
  readonly file: ImportFile;
  readonly field: FieldMeta;
  readonly mapping: ColumnMapping;
  onChange(mapping: ColumnMapping): void;
}

/** By which field referred records are found, whether missing ones are created, what unknown values mean. */
function HowToRead({ file, field, mapping, onChange }: HowToReadProps) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const target = field.targets?.[0];
  const referred = objects.find(({ name }) => name === target);
  const ways = referred?.fields.filter(({ name, unique }) => unique || name === referred.nameField) ?? [];
  return (
    <Stack gap={6}>
      {referred && ways.length > 1 && (
        <Select
          aria-label={t('import.foundBy')}
          data={[
            { value: '', label: t('import.foundByAny') },
            ...ways.map(({ name, label }) => ({ value: name, label: t('import.foundByField', { label }) })),
          ]}
          value={mapping.match ?? ''}
          allowDeselect={false}
          onChange={(match) => {
            const { match: _, ...rest } = mapping;
            onChange(match ? { ...rest, match } : rest);
          }}
        />
      )}
      {referred?.can.create && (
        <Switch
          size="xs"
          label={t('import.createMissing', { label: referred.label })}
          checked={mapping.createMissing === true}
          onChange={(event) => onChange({ ...mapping, createMissing: event.currentTarget.checked })}
        />
      )}
      {!referred && !field.choices && mapping.column && (
        <Text size="xs" c="dimmed" py={8}>
          {t('import.asText')}
        </Text>
      )}
      <ValueMapping file={file} field={field} mapping={mapping} onChange={onChange} />
    </Stack>
  );
}
