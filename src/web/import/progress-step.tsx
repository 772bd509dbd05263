import { Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { ImportJob } from './import-job.ts';
import classes from './import-page.module.css';

/** How far the server has come, file by file. */
export function ProgressStep({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <Stack className={classes.card} gap="md" aria-live="polite">
      <Text fw={600}>{t(`import.states.${job.state}`)}</Text>
      {job.files.map((file) => (
        <div key={file.name}>
          <Group justify="space-between">
            <Text size="sm">{file.name}</Text>
            <Text size="sm" c="dimmed">
              {file.processed.toLocaleString(locale)} / {file.total.toLocaleString(locale)}
            </Text>
          </Group>
          <Progress
            mt={4}
            value={file.total === 0 ? 100 : (100 * file.processed) / file.total}
            aria-label={file.name}
            color="ink"
          />
        </div>
      ))}
      <Text size="sm" c="dimmed">
        {t('import.goesOn')}
      </Text>
    </Stack>
  );
}
