import { Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { toast } from '#web/kit/toast.tsx';
import type { BackupBucket } from './use-operation.ts';

const shown = ['address', 'bucket', 'region', 'folder', 'keyId'] as const;
const secrets = ['secretKey', 'passphrase'] as const;
const empty = { address: '', bucket: '', region: '', folder: '', keyId: '', secretKey: '', passphrase: '' };

/** Names a bucket for backups; the server tries it out before it keeps it. */
export function BackupPlaceDialog({ set, onClose }: { set: BackupBucket | null; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [values, setValues] = useState({ ...empty, ...set });
  const save = useMutation({
    mutationFn: () => api.put('operation/backup/place', values),
    onSuccess: () => {
      toast(t('settings.saved'));
      void client.invalidateQueries({ queryKey: ['operation'] });
      onClose();
    },
  });
  const errors = save.error instanceof ProblemError ? save.error.fields : {};
  const word = (name: string) => t(`settings.operation.where.${name}`);
  const change = (name: keyof typeof empty, value: string) => setValues({ ...values, [name]: value });
  return (
    <Modal opened onClose={onClose} size="lg" title={t('settings.operation.where.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          <FormProblem error={save.error} known={errors} />
          {shown.map((name) => (
            <TextInput
              key={name}
              label={word(name)}
              description={name === 'address' || name === 'keyId' ? word(`${name}Help`) : undefined}
              placeholder={name === 'address' ? 'https://s3.eu-central-1.amazonaws.com' : ''}
              autoComplete="off"
              spellCheck={false}
              value={values[name]}
              error={errors[name]}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          ))}
          {secrets.map((name) => (
            <PasswordInput
              key={name}
              label={word(name)}
              description={name === 'passphrase' ? word('passphraseHelp') : undefined}
              placeholder={set ? '••••••••' : ''}
              autoComplete="new-password"
              value={values[name]}
              error={errors[name]}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          ))}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('settings.operation.where.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={save.isPending}>
              {t('settings.operation.where.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
