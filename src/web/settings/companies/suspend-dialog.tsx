import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Company, useCompanyVerb } from './use-companies.ts';
import { VerbDialog } from './verb-dialog.tsx';

/** Suspends a company, once it has been said what its people are told. */
export function SuspendDialog({ company, onClose }: { company: Company; onClose(): void }) {
  const { t } = useTranslation();
  const { name, label } = company;
  const [reason, setReason] = useState('');
  const verb = useCompanyVerb(name, onClose);
  return (
    <VerbDialog
      title={t('settings.companies.suspendTitle', { label })}
      text={t('settings.companies.suspendText')}
      button={t('settings.companies.suspend')}
      color="seal"
      verb={verb}
      onClose={onClose}
      onDo={() => verb.mutate({ verb: 'suspend', reason })}
    >
      {(errors) => (
        <Textarea
          data-autofocus
          label={t('settings.companies.reason')}
          placeholder={t('settings.companies.reasonExample')}
          autosize
          minRows={2}
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
    </VerbDialog>
  );
}
