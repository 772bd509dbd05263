import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ReportAnswer } from '#kernel/report/report-answer.ts';
import { useCreate, useDelete, useUpdate } from '#web/api/mutations.ts';
import type { RecordJson } from '#web/api/record.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { ExportItems, WhyExported } from './export-items.tsx';
import { PageHeader } from './page-header.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { useReportExport } from './use-report-export.ts';

interface ReportHeaderProps {
  readonly kind: string;
  readonly record: RecordJson;
  readonly about: ObjectMeta;
  readonly mine: boolean;
  /** Everybody has it from the first day. */
  readonly declared: boolean;
  readonly answer: ReportAnswer;
  readonly changed: boolean;
  onReset(): void;
}

/** A report's name, saving what was changed of it, and what else can be done with it. */
export function ReportHeader(props: ReportHeaderProps) {
  const { kind, record, about, mine, declared, answer, changed, onReset } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const update = useUpdate(kind);
  const create = useCreate(kind);
  const remove = useDelete(kind);
  const [dialog, setDialog] = useState<'rename' | 'copy'>();
  const { settings } = answer;
  const { id, version } = record;
  const name = String(record.name);
  const exporter = useReportExport(name, () => [{ name, object: about.name, settings }]);
  const save = () =>
    update.mutate({ id, version, values: { settings } }, { onSuccess: onReset, onError: toastProblem });
  const copy = (values: object) =>
    create.mutate(
      { object: about.name, settings, ...values },
      {
        onSuccess: (made) => navigate({ to: '/$object/$id', params: { object: kind, id: made.id } }),
        onError: toastProblem,
      },
    );
  return (
    <PageHeader
      kind={kind}
      name={name}
      about={`· ${about.plural} · ${t(declared ? 'reports.declared' : record.everybody ? 'reports.everybodys' : 'reports.private')}`}
    >
      {changed && (
        <Button variant="default" onClick={onReset}>
          {t('reports.reset')}
        </Button>
      )}
      {mine && changed && (
        <Button color="seal" loading={update.isPending} onClick={save}>
          {t('reports.save')}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={t('reports.more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mine && <Menu.Item onClick={() => setDialog('rename')}>{t('reports.rename')}</Menu.Item>}
          <Menu.Item onClick={() => setDialog('copy')}>{t('reports.saveAs')}</Menu.Item>
          <ExportItems exporter={exporter} {...(!declared && { mailed: { name, report: id } })} />
          <Menu.Item leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
            {t('reports.print')}
          </Menu.Item>
          {mine && (
            <Menu.Item
              color="var(--mantine-color-error)"
              leftSection={<IconTrash size={15} />}
              onClick={() =>
                remove.mutate([id], {
                  onSuccess: () => navigate({ to: '/$object', params: { object: kind } }),
                })
              }
            >
              {t('record.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <WhyExported exporter={exporter} />
      {dialog && (
        <SaveDialog
          title={t(dialog === 'rename' ? 'reports.rename' : 'reports.saveAs')}
          name={dialog === 'rename' ? name : t('reports.copyOf', { name })}
          everybody={dialog === 'rename' && record.everybody === true}
          onSave={(values) => {
            setDialog(undefined);
            if (dialog === 'copy') copy(values);
            else update.mutate({ id, version, values }, { onError: toastProblem });
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </PageHeader>
  );
}
