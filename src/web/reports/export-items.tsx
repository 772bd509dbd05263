import { Menu } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeXls, IconMailForward, IconTableExport } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { openRecordForm } from '#web/forms/record-form-store.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import type { ReportExporter } from './use-report-export.ts';

interface ExportItemsProps {
  readonly exporter: ReportExporter;
  /** What a mail that comes again and again starts with; absent where there is nothing that could be named in it. */
  readonly mailed?: { readonly name: string; readonly report?: string; readonly dashboard?: string };
}

/** Reports as a file or by mail, among what else can be done with them. */
export function ExportItems({ exporter, mailed }: ExportItemsProps) {
  const { t } = useTranslation();
  const { objects, user } = useMeta();
  const mailKind = objects.find(({ purpose, can }) => purpose === 'reportMail' && can.create)?.name;
  return (
    <>
      <Menu.Item leftSection={<IconFileTypeXls size={15} />} onClick={() => exporter.save('xlsx')}>
        {t('reports.exportExcel')}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileTypePdf size={15} />} onClick={() => exporter.save('pdf')}>
        {t('reports.exportPdf')}
      </Menu.Item>
      <Menu.Item leftSection={<IconTableExport size={15} />} onClick={() => exporter.save('csv')}>
        {t('reports.export')}
      </Menu.Item>
      {mailKind && mailed && (
        <Menu.Item
          leftSection={<IconMailForward size={15} />}
          onClick={() => openRecordForm({ object: mailKind, values: { ...mailed, people: [user.id] } })}
        >
          {t('reports.sendByMail')}
        </Menu.Item>
      )}
    </>
  );
}

const ExportReasonDialog = lazyPart(() => import('#web/list/export-reason-dialog.tsx'), 'ExportReasonDialog');

/** Asks why reports are taken along, where the company wants to know. */
export function WhyExported({ exporter }: { readonly exporter: ReportExporter }) {
  if (exporter.unreasoned === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ExportReasonDialog onSay={exporter.give} onClose={exporter.leave} />
    </Suspense>
  );
}
