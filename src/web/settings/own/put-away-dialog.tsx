import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toastProblem, toastWithUndo } from '#web/kit/toast.tsx';
import { Dependents } from './dependents.tsx';
import { labelOf } from './label-of.ts';
import type { OwnDefinition, OwnKind } from './own-kind.ts';
import { heldBy, useConsequences } from './use-consequences.ts';
import { useFate } from './use-fate.ts';

interface PutAwayDialogProps {
  readonly kind: OwnKind;
  readonly definition: OwnDefinition;
  readonly defining: string;
  onClose(): void;
}

/** Says what goes with it before it is put away, and that it can come back. */
export function PutAwayDialog({ kind, definition, defining, onClose }: PutAwayDialogProps) {
  const { t } = useTranslation();
  const { data } = useConsequences(kind, definition.id);
  const fate = useFate(kind, defining);
  const { id } = definition;
  const label = labelOf(definition, useLocale());
  const putAway = () =>
    fate.mutate(
      { id, fate: 'away' },
      {
        onSuccess: () => {
          onClose();
          toastWithUndo(t('settings.own.isPutAway', { label }), () => fate.mutate({ id, fate: 'back' }));
        },
        onError: toastProblem,
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('settings.own.putAway', { label })}>
      <Stack>
        <Text>{t(`settings.${kind}.putAwayText`)}</Text>
        {data ? (
          <>
            <Text>{t(`settings.${kind}.filled`, { count: heldBy(data) })}</Text>
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
            {t('settings.own.putAwayShort')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
