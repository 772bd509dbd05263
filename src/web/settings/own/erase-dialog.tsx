import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Modal } from '#web/kit/modal.tsx';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { labelOf } from './label-of.ts';
import type { OwnDefinition, OwnKind } from './own-kind.ts';
import { heldBy, useConsequences } from './use-consequences.ts';
import { useFate } from './use-fate.ts';

interface EraseDialogProps {
  readonly kind: OwnKind;
  readonly definition: OwnDefinition;
  readonly defining: string;
  onClose(): void;
}

/** The one thing that cannot be undone: says how much is lost and asks for the name. */
export function EraseDialog({ kind, definition, defining, onClose }: EraseDialogProps) {
  const { t } = useTranslation();
  const { id, name } = definition;
  const label = labelOf(definition, useLocale());
  const { data } = useConsequences(kind, id);
  const fate = useFate(kind, defining);
  const [typed, setTyped] = useState('');
  const erase = () =>
    fate.mutate(
      { id, fate: 'gone' },
      {
        onSuccess: () => {
          onClose();
          toast(t(`settings.${kind}.erased`, { label }));
        },
        onError: toastProblem,
      },
    );
  return (
    <Modal opened onClose={onClose} title={t('settings.own.eraseTitle', { label })}>
      <Stack>
        <Text>{t(`settings.${kind}.eraseText`, { count: data ? heldBy(data) : 0 })}</Text>
        <TextInput
          label={t('settings.own.typeName', { name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button
            color="red"
            disabled={typed.trim() !== name || !data}
            loading={fate.isPending}
            onClick={erase}
          >
            {t('settings.own.erase')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
