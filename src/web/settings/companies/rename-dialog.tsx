import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { type Company, companiesKey } from './use-companies.ts';
import { VerbDialog } from './verb-dialog.tsx';

/** Gives a company another name; its short name stays, for addresses are made of it. */
export function RenameDialog({ company, onClose }: { company: Company; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { name, label } = company;
  const [given, setGiven] = useState(label);
  const verb = useMutation({
    mutationFn: () => api.patch(`workspaces/${name}`, { company: given }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: companiesKey }),
  });
  return (
    <VerbDialog
      title={t('settings.companies.renameTitle', { label })}
      text={t('settings.companies.renameText', { name })}
      button={t('settings.companies.rename')}
      color="seal"
      verb={verb}
      disabled={given.trim() === ''}
      onClose={onClose}
      onDo={() => verb.mutate()}
    >
      {(errors) => (
        <TextInput
          data-autofocus
          label={t('setup.company')}
          value={given}
          maxLength={200}
          error={errors.company}
          onChange={(event) => setGiven(event.currentTarget.value)}
        />
      )}
    </VerbDialog>
  );
}
