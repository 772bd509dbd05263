import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useDelete, useRestore } from '#web/api/mutations.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { Dependents } from '../own/dependents.tsx';
import { useChoiceConsequences } from '../own/use-consequences.ts';
import { type StoredType, typeLabel } from './use-types.ts';

interface PutAwayTypeProps {
  readonly object: ObjectMeta;
  readonly kind: ObjectMeta;
  readonly type: StoredType;
  /** The last one that the object has. */
  readonly only: boolean;
  onClose(): void;
}

/** Says what uses a type before it is put away. */
export function PutAwayType({ object, kind, type, only, onClose }: PutAwayTypeProps) {
  const { t } = useTranslation();
  const label = typeLabel(type, useLocale());
  const remove = useDelete(kind.name);
  const restore = useRestore(kind.name);
  const { data } = useChoiceConsequences(object.name, 'recordType', [type.name]);
  const { filled = 0, dependents = [] } = data ?? {};
  const putAway = () =>
    remove.mutate([type.id], {
      onSuccess: () => {
        onClose();
        toastWithUndo(t('settings.own.isPutAway', { label }), () =>
          restore.mutate([type.id], { onError: toastProblem }),
        );
      },
      onError: toastProblem,
    });
  return (
    <Modal opened onClose={onClose} title={t('settings.types.putAwayTitle', { label })}>
      <Stack gap="sm">
        {filled > 0 && <p style={{ margin: 0 }}>{t('settings.types.putAwayRecords', { count: filled })}</p>}
        {dependents.length > 0 && (
          <Alert color="amber">
            <Dependents dependents={dependents} />
          </Alert>
        )}
        {only && <p style={{ margin: 0 }}>{t('settings.types.putAwayLast')}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button color="seal" loading={remove.isPending} disabled={!data} onClick={putAway}>
            {t('settings.types.doPutAway')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
