import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObjectMeta } from '#web/api/queries.ts';
import { Modal } from '#web/kit/modal.tsx';

interface NewVersionDialogProps {
  readonly object: string;
  /** What it takes the place of. */
  readonly name: string;
  readonly content: File;
  onBring(remark: string): void;
  onClose(): void;
}

/** Asks what is new before a file takes the place of another; nobody has to say. */
export function NewVersionDialog({ object, name, content, onBring, onClose }: NewVersionDialogProps) {
  const { t } = useTranslation();
  const [remark, setRemark] = useState('');
  const label = useObjectMeta(object)?.fields.find((field) => field.name === 'remark')?.label;
  return (
    <Modal opened onClose={onClose} title={t('files.newVersionOf', { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onBring(remark.trim());
        }}
      >
        <Stack gap="md">
          <Text size="sm">{content.name}</Text>
          <TextInput
            label={label}
            placeholder={t('files.remarkHint')}
            value={remark}
            maxLength={255}
            data-autofocus
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit">{t('files.bring')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
