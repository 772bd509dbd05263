import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { ImportFile, ImportJob } from './import-job.ts';
import classes from './import-page.module.css';

interface FileReportProps {
  readonly job: ImportJob;
  readonly file: ImportFile;
  readonly place: number;
}

/** The counts of a file's rows, and its first rows that did not come in with the reason. */
export function FileReport({ job, file, place }: FileReportProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const figures = (['created', 'updated', 'skipped', 'failed', 'empty'] as const)
    .map((name) => [name, file[name] ?? 0] as const)
    .filter(([name, count]) => name !== 'empty' || count > 0);
  const errors = file.report?.errors ?? [];
  return (
    <>
      <div className={classes.figures}>
        {figures.map(([name, count]) => (
          <div key={name}>
            <div className={classes.figure}>{count.toLocaleString(locale)}</div>
            <Text size="sm" c="dimmed">
              {t(`import.${name}`)}
            </Text>
          </div>
        ))}
      </div>
      {file.kept !== undefined && file.kept > 0 && (
        <Text size="sm">{t('import.kept', { count: file.kept })}</Text>
      )}
      <UnknownValues file={file} />
      {errors.length > 0 && (
        <div className={classes.scroll}>
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('import.row')}</Table.Th>
                <Table.Th>{t('import.column')}</Table.Th>
                <Table.Th>{t('import.value')}</Table.Th>
                <Table.Th>{t('import.reason')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {errors.slice(0, 12).map((error) => (
                <Table.Tr key={`${error.row} ${error.field} ${error.column}`}>
                  <Table.Td>{error.row}</Table.Td>
                  <Table.Td>{error.column}</Table.Td>
                  <Table.Td>{error.value}</Table.Td>
                  <Table.Td>{error.message}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {errors.length > 0 && job.state !== 'checked' && (
        <Anchor href={`/api/imports/${job.id}/errors?file=${place}`} download size="sm">
          {t('import.errorFile')}
        </Anchor>
      )}
    </>
  );
}

/** Values that nothing is known for, the most frequent first, each with what it may have been meant to be. */
function UnknownValues({ file }: { readonly file: ImportFile }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const columns = Object.entries(file.report?.unknownValues ?? {});
  if (columns.length === 0) return null;
  return (
    <Stack gap={4}>
      {columns.map(([column, values]) => (
        <Group key={column} gap={8}>
          <Text size="sm" fw={600}>
            {column}
          </Text>
          {values
            .toSorted((one, other) => other.count - one.count)
            .slice(0, 6)
            .map(({ value, count, suggestion }) => (
              <Badge key={value} variant="default" tt="none" fw={450}>
                {t('import.unknown', { value, total: count.toLocaleString(locale) })}
                {suggestion && ` → ${suggestion}`}
              </Badge>
            ))}
        </Group>
      ))}
    </Stack>
  );
}
