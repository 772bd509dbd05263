import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconTrash, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionMeta, ObjectMeta } from '#kernel/meta.ts';
import { useMeta } from '#web/api/queries.ts';
import type { RecordJson } from '#web/api/record.ts';
import type { Chosen } from '#web/bulk/bulk-job.ts';
import { withTexts } from '#web/i18n/with-texts.ts';
import { lazyPart } from '#web/kit/lazy-part.tsx';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import { toast, toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import classes from './selection-bar.module.css';
import type { Selection } from './use-selection.ts';

const BulkDialog = lazyPart(() => withTexts(import('#web/bulk/bulk-dialog.tsx'), 'bulk'), 'BulkDialog');

interface SelectionBarProps {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  readonly selection: Selection;
  /** All that the list shows, loaded or not, and how many they are. */
  readonly listed: { readonly where: unknown; readonly q?: string };
  readonly count: number;
}

/** What can be done with the picked records, above the end of the list. */
export function SelectionBar({ object, records, selection, listed, count: all }: SelectionBarProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { actions } = useMeta();
  const [verb, setVerb] = useState<'update' | 'delete' | ActionMeta>();
  const [asked, setAsked] = useState<{ readonly chosen: Chosen; readonly count: number }>();
  const { ids: picked, everything } = selection;
  const ids = records.filter(({ id }) => picked.has(id)).map(({ id }) => id);
  const count = everything ? all : ids.length;
  const verbs = actions.filter((action) => action.object === object.name && action.target === 'records');
  const ask = (next: 'update' | 'delete' | ActionMeta) => {
    setVerb(next);
    setAsked({ chosen: everything ? listed : { ids }, count });
  };

  /** What is in sight goes at once and can be taken back; what is not is shown before. */
  const discard = async () => {
    if (everything) return ask('delete');
    const { beginBulk, moveBulk } = await import('#web/bulk/use-bulk.ts');
    const job = await beginBulk(client, { object: object.name, ids, do: 'delete' }).catch(toastProblem);
    if (!job) return;
    selection.clear();
    for (const { message } of job.failures?.slice(0, 1) ?? []) toast(message, 'red');
    if (job.changed > 0)
      toastWithUndo(t('list.deleted', { count: job.changed }), () =>
        moveBulk(client, job.id, 'undo').catch(toastProblem),
      );
  };
  const bar = (
    <div className={classes.bar} role="toolbar" aria-label={t('list.selected', { count })}>
      <span className={classes.count}>{t('list.selected', { count })}</span>
      {!everything && ids.length >= records.length && all > records.length && (
        <Button variant="light" onClick={selection.chooseEverything}>
          {t('list.chooseAll', { count: all })}
        </Button>
      )}
      {object.can.update && (
        <Button variant="subtle" leftSection={<IconPencil size={14} />} onClick={() => ask('update')}>
          {t('list.editField')}
        </Button>
      )}
      {object.can.delete && (
        <Button variant="subtle" leftSection={<IconTrash size={14} />} onClick={discard}>
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
                onClick={() => ask(action)}
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
    </div>
  );
  return (
    <>
      {ids.length > 0 && bar}
      {verb && asked && (
        <BulkDialog
          object={object}
          chosen={asked.chosen}
          count={asked.count}
          verb={verb}
          onClose={() => setVerb(undefined)}
          onDone={selection.clear}
        />
      )}
    </>
  );
}
