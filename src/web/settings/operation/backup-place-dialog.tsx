import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { useSavedValues } from '../use-saved-values.ts';
import type { BackupBucket } from './use-operation.ts';

const shown = ['address', 'bucket', 'region', 'folder', 'keyId'] as const;
const secrets = ['secretKey', 'passphrase'] as const;
const empty = { address: '', bucket: '', region: '', folder: '', keyId: '', secretKey: '', passphrase: '' };

/** Names a bucket for backups; the server tries it out before it keeps it. */
export function BackupPlaceDialog({ set, onClose }: { set: BackupBucket | null; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { values, change, errors, error, saving, onSubmit } = useSavedValues(
    { ...empty, ...set },
    (given) => api.put('operation/backup/place', given),
    () => {
      void client.invalidateQueries({ queryKey: ['operation'] });
      onClose();
    },
  );
  const word = (name: string) => t(`settings.operation.where.${name}`);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('settings.operation.where.title')}>
      <form onSubmit={onSubmit}>
        <Stack gap="md">
          <FormProblem error={error} known={errors} />
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
              onChange={(event) => change({ [name]: event.currentTarget.value })}
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
              onChange={(event) => change({ [name]: event.currentTarget.value })}
            />
          ))}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('settings.operation.where.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={saving}>
              {t('settings.operation.where.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
