import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';

interface ActAsDialogProps {
  readonly id: string;
  readonly name: string;
  onClose(): void;
}

/** Lets an administrator act as somebody else, once he has said why. */
export function ActAsDialog({ id, name, onClose }: ActAsDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const begin = useMutation({
    mutationFn: () => api.post(`people/${id}/impersonation`, { reason }),
    // Everything that is shown, and what is listened to, was somebody else's.
    onSuccess: () => window.location.assign('/'),
  });
  const errors = begin.error instanceof ProblemError ? begin.error.fields : {};
  return (
    <Modal opened onClose={onClose} title={t('acting.title', { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('acting.text', { name })}</Text>
          <FormProblem error={begin.error} known={errors} />
          <Textarea
            data-autofocus
            label={t('acting.reason')}
            placeholder={t('acting.reasonExample')}
            autosize
            minRows={2}
            value={reason}
            error={errors.reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('secondFactor.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={begin.isPending} disabled={reason.trim() === ''}>
              {t('acting.begin')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
