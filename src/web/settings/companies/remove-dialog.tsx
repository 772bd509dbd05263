import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Company, useCompanyVerb } from './use-companies.ts';
import { VerbDialog } from './verb-dialog.tsx';

/** Removes a marked company at once, once its short name has been typed. */
export function RemoveDialog({ company, onClose }: { company: Company; onClose(): void }) {
  const { t } = useTranslation();
  const { name, label } = company;
  const [confirm, setConfirm] = useState('');
  const verb = useCompanyVerb(name, onClose);
  return (
    <VerbDialog
      title={t('settings.companies.removeTitle', { label })}
      text={t('settings.companies.removeText')}
      button={t('settings.companies.remove')}
      color="red"
      verb={verb}
      disabled={confirm !== name}
      onClose={onClose}
      onDo={() => verb.mutate({ verb: 'remove', confirm })}
    >
      {(errors) => (
        <TextInput
          data-autofocus
          label={t('settings.companies.confirm', { name })}
          autoComplete="off"
          value={confirm}
          error={errors.confirm}
          onChange={(event) => setConfirm(event.currentTarget.value)}
        />
      )}
    </VerbDialog>
  );
}
