import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { apiKeysKey } from '../api-keys/api-key.ts';
import { SecretText } from '../secret-text.tsx';

const reaches = ['own', 'all'] as const;

/** Gives a device a password, and says what is to be entered there. */
export function NewDeviceDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { user } = useMeta();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [reach, setReach] = useState<string>('own');
  const [writes, setWrites] = useState(false);
  const make = useMutation({
    mutationFn: () =>
      api.post<{ key: string }>('api-keys', {
        name,
        scopes: [
          'addressBook',
          ...(reach === 'all' ? ['addressBook:all'] : []),
          ...(writes ? ['addressBook:write'] : []),
        ],
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysKey }),
  });
  const errors = make.error instanceof ProblemError ? make.error.fields : {};
  return (
    <Modal opened onClose={onClose} title={t('settings.phoneBook.add')}>
      {make.data ? (
        <Stack gap="md">
          <TextInput label={t('settings.phoneBook.server')} value={location.origin} readOnly />
          <TextInput label={t('settings.phoneBook.userName')} value={user.email ?? ''} readOnly />
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('settings.phoneBook.password')}
            </Text>
            <SecretText text={make.data.key} note={t('settings.phoneBook.once')} />
          </div>
          <Text size="sm" c="dimmed">
            {t('settings.phoneBook.iphone')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('settings.phoneBook.android')}
          </Text>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t('settings.done')}</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <Stack gap="md">
            <TextInput
              data-autofocus
              label={t('settings.phoneBook.device')}
              placeholder={t('settings.phoneBook.deviceExample')}
              value={name}
              maxLength={100}
              error={errors.name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Radio.Group label={t('settings.phoneBook.which')} value={reach} onChange={setReach}>
              <Stack gap="xs" mt="xs">
                {reaches.map((each) => (
                  <Radio key={each} value={each} label={t(`settings.phoneBook.${each}`)} />
                ))}
              </Stack>
            </Radio.Group>
            <Checkbox
              label={t('settings.phoneBook.writes')}
              description={t('settings.phoneBook.writesNote')}
              checked={writes}
              onChange={(event) => setWrites(event.currentTarget.checked)}
            />
            <FormProblem error={make.error} known={errors} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('record.cancel')}
              </Button>
              <Button type="submit" color="seal" loading={make.isPending} disabled={name.trim() === ''}>
                {t('settings.phoneBook.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
