import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '#web/kit/modal.tsx';

interface ExportReasonDialogProps {
  onSay(reason: string): void;
  onClose(): void;
}

/** Why people are taken along, where the company asks for it. */
export function ExportReasonDialog({ onSay, onClose }: ExportReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={t('list.exportReason')} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSay(reason.trim());
        }}
      >
        <Textarea
          label={t('list.exportReasonLabel')}
          description={t('list.exportReasonText')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={300}
          autosize
          minRows={2}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('record.cancel')}
          </Button>
          <Button type="submit" color="seal" disabled={reason.trim() === ''}>
            {t('list.exportNow')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
