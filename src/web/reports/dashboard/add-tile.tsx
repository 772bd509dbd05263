import { Button, Popover, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreate } from '#web/api/mutations.ts';
import { useMeta, useRecords } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { tileReport } from './tile-reports.ts';

interface AddTileProps {
  readonly dashboard: string;
  readonly kind: string;
  readonly place: number;
  /** The tiles that are there. */
  readonly used: readonly RecordJson[];
}

/** Puts a report on a dashboard. */
export function AddTile({ dashboard, kind, place, used }: AddTileProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const create = useCreate(kind);
  const meta = useMeta();
  const reportKind = meta.objects.find(({ purpose }) => purpose === 'report')?.name ?? '';
  const list = useRecords(reportKind, { select: 'name', sort: 'name', limit: 500 }, { enabled: opened });
  const there = new Set(used.map((tile) => tileReport(meta, tile).id));
  const reports = list.data?.pages.flatMap(({ records }) => records) ?? [];
  const readyMade = meta.reports
    .filter(({ name }) => !there.has(name))
    .map(({ name, label }) => ({ value: name, label }));
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={280} trapFocus>
      <Popover.Target>
        <Button color="seal" leftSection={<IconPlus size={15} />} onClick={() => setOpened(!opened)}>
          {t('reports.addTile')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Select
            data-autofocus
            aria-label={t('reports.pickReport')}
            placeholder={t('reports.pickReport')}
            searchable
            comboboxProps={{ withinPortal: false }}
            data={[
              ...reports
                .filter(({ id }) => !there.has(id))
                .map(({ id, name }) => ({ value: id, label: String(name) })),
              ...(readyMade.length > 0 ? [{ group: t('reports.readyMade'), items: readyMade }] : []),
            ]}
            nothingFoundMessage={t('field.nothingFound')}
            onChange={(report) => {
              if (!report) return;
              setOpened(false);
              const shown = readyMade.some(({ value }) => value === report)
                ? { declared: report }
                : { report };
              create.mutate({ dashboard, ...shown, place }, { onError: toastProblem });
            }}
          />
          <Button
            variant="subtle"
            onClick={() => {
              setOpened(false);
              openRecordForm({ object: reportKind });
            }}
          >
            {t('reports.newReport')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
