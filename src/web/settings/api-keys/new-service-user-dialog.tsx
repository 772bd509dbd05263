import { Button, Group, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { ProblemError } from '#web/api/problem.ts';
import { FormProblem } from '#web/forms/form-problem.tsx';
import { Modal } from '#web/kit/modal.tsx';
import { useDeclaredRights } from '../rights/use-rights.ts';

/** Names a program and says what it may do. */
export function NewServiceUserDialog({ onClose, onDone }: { onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const { data: rights } = useDeclaredRights();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<string[]>([]);
  const make = useMutation({
    mutationFn: () => api.post('service-users', { name, roles }),
    onSuccess: () => {
      onDone();
      onClose();
    },
  });
  const errors = make.error instanceof ProblemError ? make.error.fields : {};
  return (
    <Modal opened onClose={onClose} title={t('settings.services.new')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack gap="md">
          <FormProblem error={make.error} known={errors} />
          <TextInput
            data-autofocus
            label={t('settings.keys.name')}
            placeholder={t('settings.services.example')}
            value={name}
            error={errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <MultiSelect
            label={t('settings.services.roles')}
            data={rights?.roles.map(({ name: value, label }) => ({ value, label })) ?? []}
            value={roles}
            error={errors.roles}
            onChange={setRoles}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('record.cancel')}
            </Button>
            <Button type="submit" color="seal" loading={make.isPending} disabled={name.trim() === ''}>
              {t('settings.services.make')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
