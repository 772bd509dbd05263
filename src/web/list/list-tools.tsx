import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDots, IconDownload, IconTableImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta, ObjectMeta } from '#kernel/meta.ts';
import { toQueryString } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { lazyView } from '#web/kit/lazy-view.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import type { ViewState } from '#web/views/use-view-state.ts';
import { ColumnMenu } from './column-menu.tsx';

const ActionDialog = lazyView(() => import('#web/record/actions/action-dialog.tsx'), 'ActionDialog');

/** Columns, verbs of the list itself, export and import. */
export function ListTools({ object, state }: { object: ObjectMeta; state: ViewState }) {
  const { t } = useTranslation();
  const { actions } = useMeta();
  const offered = actions.filter(({ list }) => list === object.name);
  const [asking, setAsking] = useState<ActionMeta>();
  const exported = (format: 'xlsx' | 'csv') =>
    `/api/records/${object.name}/export${toQueryString({
      format,
      where: state.where,
      sort: state.sort,
      q: state.search.q,
      select: state.columns.map(({ path }) => path).join(','),
    })}`;
  return (
    <>
      <ColumnMenu object={object} state={state} />
      <Menu width={200}>
        <Menu.Target>
          <Tooltip label={t('list.tools')}>
            <ActionIcon variant="default" size={30} aria-label={t('list.tools')}>
              <IconDots size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
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
          <Menu.Item component="a" href={exported('xlsx')} download leftSection={<IconDownload size={15} />}>
            {t('list.exportExcel')}
          </Menu.Item>
          <Menu.Item component="a" href={exported('csv')} download leftSection={<IconDownload size={15} />}>
            {t('list.exportCsv')}
          </Menu.Item>
          {object.can.import && (
            <Menu.Item
              leftSection={<IconTableImport size={15} />}
              renderRoot={(props) => <Link {...props} to="/import" search={{ object: object.name }} />}
            >
              {t('list.import')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {asking && <ActionDialog action={asking} onClose={() => setAsking(undefined)} />}
      </Suspense>
    </>
  );
}
