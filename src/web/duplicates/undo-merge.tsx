import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toastProblem } from '#web/kit/toast.tsx';
import { useRecordScope } from '#web/record/record-scope.ts';
import { useUnmerge } from './use-duplicates.ts';

/** Takes the latest merge of this record back, however long ago it was. */
export function UndoMerge() {
  const { t } = useTranslation();
  const { object, record } = useRecordScope();
  const unmerge = useUnmerge(object.name, record.id);
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={unmerge.isPending}
      onClick={() => unmerge.mutate(undefined, { onError: toastProblem })}
    >
      {t('duplicates.undo')}
    </Button>
  );
}
