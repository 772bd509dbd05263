import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import type { Definition } from './definition.ts';
import { Dependents } from './dependents.tsx';
import { labelOf } from './label-of.ts';
import { useConsequences, useFate } from './use-definitions.ts';

interface PutAwayDialogProps {
  readonly definition: Definition;
  readonly defining: ObjectMeta;
  onClose(): void;
}

/** Says what goes with a field before it is put away, and that it can come back. */
export function PutAwayDialog({ definition, defining, onClose }: PutAwayDialogProps) {
  const { t } = useTranslation();
  const { data } = useConsequences(definition.id);
  const fate = useFate(defining.name);
  const { id } = definition;
  const label = labelOf(definition, useLocale());
  const putAway = () =>
    fate.mutate(
      { id, fate: 'away' },
      {
        onSuccess: () => {
          onClose();
          toastWithUndo(t('settings.fields.isPutAway', { label }), () => fate.mutate({ id, fate: 'back' }));
        },
        onError: toastProblem,
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('settings.fields.putAway', { label })}>
      <Stack>
        <Text>{t('settings.fields.putAwayText')}</Text>
        {data ? (
          <>
            <Text>{t('settings.fields.filled', { count: data.filled })}</Text>
            {data.dependents.length > 0 && (
              <Alert color="amber">
                <Dependents dependents={data.dependents} />
              </Alert>
            )}
          </>
        ) : (
          <Skeleton height={20} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button color="seal" loading={fate.isPending} onClick={putAway}>
            {t('settings.fields.putAwayShort')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
