import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta, ObjectMeta } from '#kernel/meta.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import { lazyDialog } from '#web/kit/lazy-dialog.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { ActionDialog } from '#web/record/actions/action-dialog.ts';
import classes from './selection-bar.module.css';
import type { Selection } from './use-selection.ts';

const BulkEditDialog = lazyDialog(() => import('./bulk-edit-dialog.tsx'), 'BulkEditDialog');

interface SelectionBarProps {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  readonly selection: Selection;
}

/** What can be done with the picked records, above the end of the list. */
export function SelectionBar({ object, records, selection }: SelectionBarProps) {
  const { t } = useTranslation();
  const { actions } = useMeta();
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState<ActionMeta>();
  const remove = useDelete(object.name);
  const restore = useRestore(object.name);
  const picked = records.filter(({ id }) => selection.ids.has(id));
  const ids = picked.map(({ id }) => id);
  const verbs = actions.filter((action) => action.object === object.name && action.target === 'records');
  if (picked.length === 0) return null;

  const discard = () =>
    remove.mutate(ids, {
      onSuccess: () => {
        selection.clear();
        toastWithUndo(t('list.deleted', { count: ids.length }), () => restore.mutate(ids));
      },
      onError: toastProblem,
    });

  return (
    <div className={classes.bar} role="toolbar" aria-label={t('list.selected', { count: picked.length })}>
      <span className={classes.count}>{t('list.selected', { count: picked.length })}</span>
      {object.can.update && (
        <Button variant="subtle" leftSection={<IconPencil size={14} />} onClick={() => setEditing(true)}>
          {t('list.editField')}
        </Button>
      )}
      {object.can.delete && (
        <Button
          variant="subtle"
          leftSection={<IconTrash size={14} />}
          loading={remove.isPending}
          onClick={discard}
        >
          {t('record.delete')}
        </Button>
      )}
      {verbs.length > 0 && (
        <Menu position="top">
          <Menu.Target>
            <ActionIcon aria-label={t('record.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {verbs.map((action) => (
              <Menu.Item
                key={action.name}
                leftSection={<ObjectIcon name={action.icon} size={15} />}
                onClick={() => setAsking(action)}
              >
                {action.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon aria-label={t('list.clearSelection')} onClick={selection.clear}>
        <IconX size={16} />
      </ActionIcon>
      {editing && <BulkEditDialog object={object} records={picked} onClose={() => setEditing(false)} />}
      {asking && <ActionDialog action={asking} ids={ids} onClose={() => setAsking(undefined)} />}
    </div>
  );
}
