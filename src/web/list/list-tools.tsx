import { Menu } from '@mantine/core';
import { IconDots, IconDownload, IconLineHeight, IconPalette, IconTableImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta, ObjectMeta } from '#kernel/meta.ts';
import { toQueryString } from '#web/api/client.ts';
import { download } from '#web/api/download.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { MenuButton } from '#web/kit/menu-button.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { toastProblem, toastProgress } from '#web/kit/toast.tsx';
import { ActionDialog } from '#web/record/actions/action-dialog.ts';
import { useDensity } from '#web/shell/use-density.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { ColumnMenu } from './column-menu.tsx';

const ExportReasonDialog = lazyPart(() => import('./export-reason-dialog.tsx'), 'ExportReasonDialog');
const ColorsDialog = lazyPart(() => import('./colors/colors-dialog.tsx'), 'ColorsDialog');

/** Columns, verbs of the list itself, export and import. */
export function ListTools({ object, state }: { object: ObjectMeta; state: ViewState }) {
  const { t } = useTranslation();
  const { actions } = useMeta();
  const offered = actions.filter(({ list }) => list === object.name);
  const [coloring, setColoring] = useState(false);
  const { density } = useDensity();
  const tall = (state.search.density ?? density) === 'comfortable';
  const [asking, setAsking] = useState<ActionMeta>();
  const [unexplained, setUnexplained] = useState<string>();
  const permissions = object.fields.filter(({ permission }) => permission);
  const locale = useLocale();
  const save = useMutation({
    mutationFn: (path: string) => download(path, locale),
    onMutate: () => toastProgress(t('list.exporting')),
    onError: (error, path) => {
      // The company asks why.
      if (error instanceof ProblemError && error.problem.errors?.some(({ code }) => code === 'exportReason'))
        setUnexplained(path);
      else toastProblem(error);
    },
    onSettled: (_done, _error, _path, hide) => hide?.(),
  });
  const exported = (format: 'xlsx' | 'csv' | 'vcf', use?: string) =>
    `records/${object.name}/export${toQueryString({
      format,
      where: state.where,
      sort: state.sort,
      q: state.search.q,
      for: use,
      select: state.columns.map(({ path }) => path).join(','),
    })}`;
  return (
    <>
      <ColumnMenu object={object} state={state} />
      <MenuButton
        label={t('list.tools')}
        icon={<IconDots size={16} />}
        variant="default"
        size={30}
        menuWidth={230}
      >
        {() => (
          <>
            {offered.map((action) => (
              <Menu.Item
                key={action.name}
                leftSection={action.icon && <ObjectIcon name={action.icon} size={15} />}
                onClick={() => setAsking(action)}
              >
                {action.label}
              </Menu.Item>
            ))}
            {offered.length > 0 && <Menu.Divider />}
            {state.kind === 'table' && (
              <>
                <Menu.Item leftSection={<IconPalette size={15} />} onClick={() => setColoring(true)}>
                  {t('list.colors')}…
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconLineHeight size={15} />}
                  onClick={() => state.change({ density: tall ? 'compact' : 'comfortable' })}
                >
                  {t(tall ? 'list.compact' : 'list.comfortable')}
                </Menu.Item>
                <Menu.Divider />
              </>
            )}
            <Menu.Item onClick={() => save.mutate(exported('xlsx'))} leftSection={<IconDownload size={15} />}>
              {t('list.exportExcel')}
            </Menu.Item>
            <Menu.Item onClick={() => save.mutate(exported('csv'))} leftSection={<IconDownload size={15} />}>
              {t('list.exportCsv')}
            </Menu.Item>
            {object.card && (
              <Menu.Item
                onClick={() => save.mutate(exported('vcf'))}
                leftSection={<IconDownload size={15} />}
              >
                {t('list.exportVcard')}
              </Menu.Item>
            )}
            {permissions.length > 0 && <Menu.Label>{t('list.exportAllowed')}</Menu.Label>}
            {permissions.map(({ name, label }) => (
              <Menu.Item
                key={name}
                onClick={() => save.mutate(exported('xlsx', name))}
                leftSection={<IconDownload size={15} />}
              >
                {label}
              </Menu.Item>
            ))}
            {permissions.length > 0 && object.can.import && <Menu.Divider />}
            {object.can.import && (
              <Menu.Item
                leftSection={<IconTableImport size={15} />}
                renderRoot={(props) => <Link {...props} to="/import" search={{ object: object.name }} />}
              >
                {t('list.import')}
              </Menu.Item>
            )}
          </>
        )}
      </MenuButton>
      {unexplained !== undefined && (
        <ExportReasonDialog
          onClose={() => setUnexplained(undefined)}
          onSay={(reason) => {
            setUnexplained(undefined);
            save.mutate(`${unexplained}&reason=${encodeURIComponent(reason)}`);
          }}
        />
      )}
      {coloring && <ColorsDialog object={object} state={state} onClose={() => setColoring(false)} />}
      {asking && <ActionDialog action={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}
