import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import type { RecordJson } from '#web/api/record.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import classes from './related-table.module.css';

/** Puts a related record into the bin, and offers to take it out again. */
export function RowBin({ object, record }: { readonly object: ObjectMeta; readonly record: RecordJson }) {
  const { t } = useTranslation();
  const remove = useDelete(object.name);
  const restore = useRestore(object.name);
  const name = String(valueAt(record, object.nameField) ?? object.label);
  return (
    <td className={classes.bin}>
      <ActionIcon
        className={classes.pencil}
        size={24}
        aria-label={t('record.deleteOne', { name })}
        onClick={(event) => {
          event.stopPropagation();
          // The row, and this with it, is gone before the server answers.
          remove
            .mutateAsync([record.id])
            .then(() => toastWithUndo(t('record.deleted', { name }), () => restore.mutate([record.id])))
            .catch(toastProblem);
        }}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </td>
  );
}
