import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { toast, toastProblem } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { Section } from '../section.tsx';
import { BackupPlaceDialog } from './backup-place-dialog.tsx';
import type { Backups } from './use-operation.ts';

/** Where backups go: as the server was told, or a bucket that is set here. */
export function BackupPlace({ backup: { set, place, byEnvironment } }: { backup: Backups }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const forget = useMutation({
    mutationFn: () => api.delete('operation/backup/place'),
    onSuccess: () => toast(t('settings.saved')),
    onError: toastProblem,
    onSettled: () => client.invalidateQueries({ queryKey: ['operation'] }),
  });
  const said = byEnvironment ? 'byEnvironment' : set ? 'set' : 'none';
  return (
    <Section title={t('settings.operation.where.title')}>
      <p style={{ margin: 0 }}>
        {t(`settings.operation.where.${said}`, { place, host: set && new URL(set.address).host })}
      </p>
      {!byEnvironment && (
        <Group gap={8} mt="md">
          <Button variant="default" onClick={() => setOpen(true)}>
            {t(set ? 'settings.operation.where.change' : 'settings.operation.where.add')}
          </Button>
          {set && (
            <ConfirmButton
              label={t('settings.operation.where.forget')}
              question={t('settings.operation.where.forgetText')}
              onConfirm={() => forget.mutate()}
            />
          )}
        </Group>
      )}
      {open && <BackupPlaceDialog set={set} onClose={() => setOpen(false)} />}
    </Section>
  );
}
