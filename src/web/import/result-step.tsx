import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { FileReport } from './file-report.tsx';
import type { ImportJob } from './import-job.ts';
import classes from './import-page.module.css';
import { useChangeImport } from './use-imports.ts';

/** What became of every row, with the way to the records, to the rows that failed, and back. */
export function ResultStep({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation();
  const { objects } = useMeta();
  const change = useChangeImport(job.id);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text fw={600} role="status">
          {t(`import.states.${job.state}`)}
        </Text>
        <Group gap="sm">
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/import" />}>
            {t('import.another')}
          </Button>
          {job.state === 'done' && (
            <Button
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ do: 'rollback' })}
            >
              {t('import.rollback')}
            </Button>
          )}
        </Group>
      </Group>
      {job.files.map((file, place) => (
        <Stack key={file.name} className={classes.card} gap="sm">
          <Group justify="space-between">
            <Text fw={600}>{file.name}</Text>
            <Anchor
              renderRoot={(props) => <Link {...props} to="/$object" params={{ object: file.object }} />}
            >
              {t('import.show', {
                plural: objects.find(({ name }) => name === file.object)?.plural ?? file.object,
              })}
            </Anchor>
          </Group>
          <FileReport job={job} file={file} place={place} />
        </Stack>
      ))}
    </Stack>
  );
}
