import { ActionIcon, Anchor, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useDelete, useRestore, useUpdate } from '#web/api/mutations.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import settings from '../settings.module.css';
import { SettingsTable } from '../settings-table.tsx';
import type { StoredLayout } from './use-layouts.ts';

interface LayoutTableProps {
  readonly object: ObjectMeta;
  readonly kind: ObjectMeta;
  readonly layouts: readonly StoredLayout[];
  onEdit(layout: StoredLayout): void;
}

/** The layouts of an object: for whom each is, in the order in which they are asked. */
export function LayoutTable({ object, kind, layouts, onEdit }: LayoutTableProps) {
  const { t } = useTranslation();
  const update = useUpdate(kind.name);
  const remove = useDelete(kind.name);
  const restore = useRestore(kind.name);
  const roles = kind.fields.find(({ name }) => name === 'roles')?.choices ?? [];
  const types = object.types ?? [];
  const called = (names: readonly string[] | null, known: readonly { value: string; label: string }[]) =>
    names?.map((name) => known.find(({ value }) => value === name)?.label ?? name).join('、');
  const move = async (from: number, to: number) => {
    const moved = layouts[from];
    if (!moved) return;
    const order = layouts.toSpliced(from, 1).toSpliced(to, 0, moved);
    try {
      for (const [position, { id, version, position: before }] of order.entries())
        if (before !== position) await update.mutateAsync({ id, version, values: { position } });
    } catch (error) {
      toastProblem(error as Error);
    }
  };
  const takeAway = ({ id, name }: StoredLayout) =>
    remove.mutate([id], {
      onSuccess: () => toastWithUndo(t('settings.layouts.removed', { name }), () => restore.mutate([id])),
      onError: toastProblem,
    });
  if (layouts.length === 0)
    return <p className={settings.body}>{t('settings.layouts.none', { object: object.plural })}</p>;
  return (
    <SettingsTable
      columns={[
        t('settings.layouts.name'),
        t('settings.layouts.seenBy'),
        t('settings.layouts.ofTypes'),
        null,
      ]}
    >
      {layouts.map((layout, index) => (
        <tr key={layout.id}>
          <td>
            <Anchor component="button" type="button" inherit onClick={() => onEdit(layout)}>
              {layout.name}
            </Anchor>
          </td>
          <td>{called(layout.roles, roles) || t('settings.layouts.everybody')}</td>
          <td>
            {called(layout.recordTypes, types) || (
              <Text component="span" c="dimmed">
                {t('settings.layouts.allTypes')}
              </Text>
            )}
          </td>
          <td>
            <Group gap={2} justify="flex-end" wrap="nowrap">
              <ActionIcon
                aria-label={t('settings.layouts.edit', { name: layout.name })}
                onClick={() => onEdit(layout)}
              >
                <IconPencil size={14} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('list.moveUp', { label: layout.name })}
                disabled={index === 0 || update.isPending}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('list.moveDown', { label: layout.name })}
                disabled={index === layouts.length - 1 || update.isPending}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={14} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('settings.layouts.remove', { name: layout.name })}
                onClick={() => takeAway(layout)}
              >
                <IconTrash size={15} />
              </ActionIcon>
            </Group>
          </td>
        </tr>
      ))}
    </SettingsTable>
  );
}
