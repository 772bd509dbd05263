import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import classes from './import-page.module.css';
import { useImports } from './use-imports.ts';

/** What was imported before, each with the way back to its account. */
export function PastImports() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { timeZone } = useFormatting();
  const { data: imports = [] } = useImports();
  if (imports.length === 0) return null;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('import.past')}
      </Title>
      <div className={classes.scroll}>
        <Table verticalSpacing="xs" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.files')}</Table.Th>
              <Table.Th>{t('import.state')}</Table.Th>
              <Table.Th ta="right">{t('import.created')}</Table.Th>
              <Table.Th ta="right">{t('import.failed')}</Table.Th>
              <Table.Th>{t('import.when')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map(({ id, files, state, createdAt }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor renderRoot={(props) => <Link {...props} to="/import" search={{ id }} />}>
                    {files.map(({ name }) => name).join(', ')}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{t(`import.states.${state}`)}</Text>
                </Table.Td>
                <Table.Td ta="right">
                  {sum(files.map(({ created }) => created)).toLocaleString(locale)}
                </Table.Td>
                <Table.Td ta="right">
                  {sum(files.map(({ failed }) => failed)).toLocaleString(locale)}
                </Table.Td>
                <Table.Td>{time.format(new Date(createdAt))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
