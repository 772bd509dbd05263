import { Alert, Button, Group, Select, Stack, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileMapping } from './file-mapping.tsx';
import { FileReport } from './file-report.tsx';
import type { Duplicates, ImportJob } from './import-job.ts';
import classes from './import-page.module.css';
import { withSuggestions } from './suggested-values.ts';
import { useChangeImport } from './use-imports.ts';

/** Says of every file what it is and where its columns go; tries it, then brings it in. */
export function MappingStep({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation();
  const change = useChangeImport(job.id);
  const [tab, setTab] = useState<string | null>(job.files[0]?.name ?? null);
  const suggested = job.files.flatMap(withSuggestions);
  const failed = job.files.reduce((sum, file) => sum + file.failed, 0);
  const choices = (['skip', 'update', 'create'] as const).map((value) => ({
    value,
    label: t(`import.duplicates.${value}`),
  }));
  return (
    <Stack gap="md">
      {job.state === 'failed' && (
        <Alert color="red">{t('import.failedWhole', { problem: job.problem })}</Alert>
      )}
      {job.state === 'checked' && (
        <Alert color={failed > 0 ? 'amber' : 'green'} role="status">
          <Group justify="space-between">
            {failed > 0 ? t('import.checkedFailed', { count: failed }) : t('import.checkedFine')}
            {suggested.length > 0 && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => change.mutate({ do: 'change', files: suggested })}
              >
                {t('import.applySuggestions')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          {job.files.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {job.files.map((file, place) => (
          <Tabs.Panel key={file.name} value={file.name} pt="md">
            <Stack gap="md">
              {job.state === 'checked' && (
                <Stack className={classes.card} gap="sm">
                  <FileReport job={job} file={file} place={place} />
                </Stack>
              )}
              <FileMapping
                file={file}
                onChange={(values) =>
                  change.mutate({ do: 'change', files: [{ name: file.name, ...values }] })
                }
              />
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
      <footer className={classes.foot}>
        <Select
          label={t('import.duplicates.label')}
          data={choices}
          value={job.options.duplicates}
          allowDeselect={false}
          onChange={(duplicates) =>
            change.mutate({ do: 'change', options: { duplicates: duplicates as Duplicates } })
          }
        />
        <Group gap="sm">
          <Button
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ do: 'run', dryRun: true })}
          >
            {t('import.check')}
          </Button>
          <Button
            color="seal"
            loading={change.isPending}
            onClick={() => change.mutate({ do: 'run', dryRun: false })}
          >
            {t('import.run')}
          </Button>
        </Group>
      </footer>
    </Stack>
  );
}
