import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#kernel/value-at.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useRecordScope } from '../record-scope.ts';

/** Puts the record into the bin and offers to take it out again. */
export function useDeleteWithUndo() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { object, record } = useRecordScope();
  const remove = useDelete(object.name);
  const restore = useRestore(object.name);
  const params = { object: object.name, id: record.id };

  return async () => {
    try {
      await remove.mutateAsync([record.id]);
    } catch (error) {
      notifications.show({ color: 'red', message: (error as Error).message });
      return;
    }
    const note = notifications.show({
      autoClose: 10_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('record.deleted', { name: valueAt(record, object.nameField) })}
          <Button
            variant="default"
            size="compact-xs"
            onClick={async () => {
              notifications.hide(note);
              await restore.mutateAsync([record.id]);
              navigate({ to: '/$object/$id', params });
            }}
          >
            {t('record.undo')}
          </Button>
        </Group>
      ),
    });
    navigate({ to: '/$object', params: { object: object.name } });
  };
}
