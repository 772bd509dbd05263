import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { valueAt } from '#kernel/value-at.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { useRecordScope } from '../record-scope.ts';

/** Puts the record into the bin and offers to take it out again. */
export function useDeleteWithUndo() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { object, record } = useRecordScope();
  const remove = useDelete(object.name);
  const restore = useRestore(object.name);
  const params = { object: object.name, id: record.id };
  const undo = async () => {
    await restore.mutateAsync([record.id]);
    navigate({ to: '/$object/$id', params });
  };

  return async () => {
    try {
      await remove.mutateAsync([record.id]);
    } catch (error) {
      return toastProblem(error);
    }
    toastWithUndo(t('record.deleted', { name: valueAt(record, object.nameField) }), () =>
      undo().catch(toastProblem),
    );
    navigate({ to: '/$object', params: { object: object.name } });
  };
}
