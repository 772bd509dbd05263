import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useDelete } from '#web/api/mutations.ts';
import { useRecords } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { useLayoutObject, useStoredLayouts } from '../layouts/use-layouts.ts';
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
  const { data } = useRecords(object.name, {
    ...{ where: { recordType: type.name }, select: 'id', limit: 1, count: true },
  });
  const count = data?.pages[0]?.count ?? 0;
  const layouts = useStoredLayouts(useLayoutObject()?.name ?? '', object.name)
    .filter(({ recordTypes }) => recordTypes?.includes(type.name))
    .map(({ name }) => name);
  return (
    <Modal opened onClose={onClose} title={t('settings.types.putAwayTitle', { label })}>
      <Stack gap="sm">
        {count > 0 && <p style={{ margin: 0 }}>{t('settings.types.putAwayRecords', { count })}</p>}
        {layouts.length > 0 && (
          <p style={{ margin: 0 }}>{t('settings.types.putAwayLayouts', { layouts: layouts.join('、') })}</p>
        )}
        {only && <p style={{ margin: 0 }}>{t('settings.types.putAwayLast')}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button
            color="seal"
            loading={remove.isPending}
            disabled={!data}
            onClick={() => remove.mutate([type.id], { onSuccess: onClose, onError: toastProblem })}
          >
            {t('settings.types.doPutAway')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
