import { Group, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { ColumnRow } from './column-row.tsx';
import type { ColumnMapping, ImportFile } from './import-job.ts';
import classes from './import-page.module.css';
import { importableFields } from './importable-fields.ts';

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'];

interface FileMappingProps {
  readonly file: ImportFile;
  onChange(values: Partial<ImportFile>): void;
}

/** What a file is and where each of its columns goes. */
export function FileMapping({ file, onChange }: FileMappingProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { objects } = useMeta();
  const importable = objects.filter(({ can }) => can.import);
  const object = objects.find(({ name }) => name === file.object);
  if (!object) return null;
  const fields = importableFields(object);
  const delimiters = [',', ';', '\t', '|'].map((value) => ({ value, label: value === '\t' ? 'Tab' : value }));
  const setMapping = (place: number, mapping: ColumnMapping) =>
    onChange({ mapping: file.mapping.map((each, index) => (index === place ? mapping : each)) });
  return (
    <Stack gap="md">
      <Group gap="md" align="flex-end">
        <Select
          label={t('import.object')}
          data={importable.map(({ name, plural }) => ({ value: name, label: plural }))}
          value={file.object}
          allowDeselect={false}
          searchable
          onChange={(name) => name && onChange({ object: name })}
        />
        <Select
          label={t('import.matchBy')}
          data={[
            { value: '', label: t('import.matchNothing') },
            ...fields
              .filter(({ name }) => file.mapping.some(({ field }) => field === name))
              .map(({ name, label }) => ({ value: name, label })),
          ]}
          value={file.matchBy ?? ''}
          allowDeselect={false}
          onChange={(matchBy) => onChange({ matchBy: matchBy || null })}
        />
        {file.encoding && (
          <Select
            label={t('import.encoding')}
            w={130}
            data={[...new Set([file.encoding, ...encodings])]}
            value={file.encoding}
            allowDeselect={false}
            onChange={(encoding) => encoding && onChange({ encoding })}
          />
        )}
        {file.delimiter && (
          <Select
            label={t('import.delimiter')}
            w={90}
            data={delimiters}
            value={file.delimiter}
            allowDeselect={false}
            onChange={(delimiter) => delimiter && onChange({ delimiter })}
          />
        )}
        {file.sheets && file.sheets.length > 1 && (
          <Select
            label={t('import.sheet')}
            data={[...file.sheets]}
            value={file.sheet ?? null}
            allowDeselect={false}
            onChange={(sheet) => sheet && onChange({ sheet })}
          />
        )}
        <Text c="dimmed" size="sm" pb={6}>
          {t('import.rows', { count: file.total, total: file.total.toLocaleString(locale) })}
        </Text>
      </Group>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th>{t('import.inFile')}</th>
            <th>{t('import.sample')}</th>
            <th>{t('import.into')}</th>
            <th>{t('import.how')}</th>
          </tr>
        </thead>
        <tbody>
          {file.mapping.map((mapping, place) => (
            <ColumnRow
              key={mapping.column ?? `= ${mapping.field}`}
              file={file}
              fields={fields}
              mapping={mapping}
              onChange={(changed) => setMapping(place, changed)}
            />
          ))}
        </tbody>
      </table>
    </Stack>
  );
}
