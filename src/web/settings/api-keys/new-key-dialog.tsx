import { Button, Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { useMeta } from '#web/api/queries.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { SecretText } from '../secret-text.tsx';
import { type ApiKey, apiKeysKey } from './api-key.ts';
import { type Reach, scopesFor } from './scopes.ts';

const reaches = ['full', 'read', 'some', 'scim'] as const satisfies readonly Reach[];
const lifetimes = ['30', '90', '365', 'none'] as const;
const day = 86_400_000;

interface NewKeyDialogProps {
  /** Where keys are made; mine unless told. */
  readonly path?: string;
  onClose(): void;
  onDone?(): void;
}

/** Makes a key and shows it, this once. */
export function NewKeyDialog({ path = 'api-keys', onClose, onDone }: NewKeyDialogProps) {
  const { t } = useTranslation();
  const { objects, user } = useMeta();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [reach, setReach] = useState<Reach>('full');
  const [writable, setWritable] = useState<string[]>([]);
  const [readable, setReadable] = useState<string[]>([]);
  const [lifetime, setLifetime] = useState<string>('90');
  const make = useMutation({
    mutationFn: () =>
      api.post<ApiKey & { key: string }>(path, {
        name,
        scopes: scopesFor(reach, readable, writable),
        expiresAt: lifetime === 'none' ? null : new Date(Date.now() + Number(lifetime) * day).toISOString(),
      }),
    onSuccess: () => {
      onDone?.();
      return client.invalidateQueries({ queryKey: apiKeysKey });
    },
  });
  const offered = reaches.filter((each) => each !== 'scim' || user.administrator);
  const errors = make.error instanceof ProblemError ? make.error.fields : {};
  const options = objects.map(({ name: value, plural }) => ({ value, label: plural }));
  return (
    <Modal opened onClose={onClose} title={t('settings.keys.new')}>
      {make.data ? (
        <Stack gap="md">
          <SecretText text={make.data.key} note={t('settings.keys.once')} />
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
              label={t('settings.keys.name')}
              placeholder={t('settings.keys.nameExample')}
              value={name}
              maxLength={100}
              error={errors.name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Select
              label={t('settings.keys.scope')}
              data={offered.map((value) => ({ value, label: t(`settings.keys.${value}`) }))}
              value={reach}
              onChange={(value) => setReach((value ?? 'full') as Reach)}
              error={errors.scopes}
            />
            {reach === 'some' && (
              <>
                <MultiSelect
                  label={t('settings.keys.mayRead')}
                  data={options}
                  value={readable}
                  onChange={setReadable}
                  searchable
                />
                <MultiSelect
                  label={t('settings.keys.mayWrite')}
                  data={options}
                  value={writable}
                  onChange={setWritable}
                  searchable
                />
              </>
            )}
            <Select
              label={t('settings.keys.expires')}
              data={lifetimes.map((value) => ({ value, label: t(`settings.keys.days${value}`) }))}
              value={lifetime}
              onChange={(value) => setLifetime(value ?? '90')}
              error={errors.expiresAt}
            />
            <FormProblem error={make.error} known={errors} />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>
                {t('record.cancel')}
              </Button>
              <Button
                type="submit"
                color="seal"
                loading={make.isPending}
                disabled={name.trim() === '' || (reach === 'some' && readable.length + writable.length === 0)}
              >
                {t('settings.keys.make')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
