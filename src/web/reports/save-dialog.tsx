import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';

interface SaveDialogProps {
  readonly title: string;
  readonly name: string;
  readonly everybody: boolean;
  onSave(values: { readonly name: string; readonly everybody: boolean }): void;
  onClose(): void;
}

/** Asks what a report or a dashboard is called, and for whom it is. */
export function SaveDialog({ title, onSave, onClose, ...given }: SaveDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(given.name);
  const [everybody, setEverybody] = useState(given.everybody);
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ name: name.trim(), everybody });
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={t('reports.name')}
            maxLength={80}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t('reports.forEverybody')}
            description={t('reports.forEverybodyHelp')}
            checked={everybody}
            onChange={(event) => setEverybody(event.currentTarget.checked)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" disabled={name.trim() === ''}>
              {t('reports.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
