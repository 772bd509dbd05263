import { Menu } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeXls } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyDialog } from '#web/kit/lazy-dialog.tsx';
import type { ReportExporter } from './use-report-export.ts';

/** Reports as a file, among what else can be done with them. */
export function ExportItems({ exporter }: { readonly exporter: ReportExporter }) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Item leftSection={<IconFileTypeXls size={15} />} onClick={() => exporter.save('xlsx')}>
        {t('reports.exportExcel')}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileTypePdf size={15} />} onClick={() => exporter.save('pdf')}>
        {t('reports.exportPdf')}
      </Menu.Item>
    </>
  );
}

const ExportReasonDialog = lazyDialog(
  () => import('#web/list/export-reason-dialog.tsx'),
  'ExportReasonDialog',
);

/** Asks why reports are taken along, where the company wants to know. */
export function WhyExported({ exporter }: { readonly exporter: ReportExporter }) {
  if (exporter.unreasoned === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ExportReasonDialog onSay={exporter.give} onClose={exporter.leave} />
    </Suspense>
  );
}
