import { NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import type { CompanyUse } from '../company/company-use.ts';
import { UseList } from '../company/use-list.tsx';
import { type Company, companiesKey } from './use-companies.ts';
import { VerbDialog } from './verb-dialog.tsx';

const names = ['people', 'records', 'storage', 'requests', 'imports'] as const;
type Limits = Partial<Record<(typeof names)[number], number | null>>;

/** Shows what a company uses, and sets what it may use at most. */
export function LimitsDialog({ company, onClose }: { company: Company; onClose(): void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { name, label } = company;
  const [changed, setChanged] = useState<Limits>({});
  const { data } = useQuery({
    queryKey: [...companiesKey, name, 'use'],
    queryFn: ({ signal }) => api.get<CompanyUse>(`workspaces/${name}/use`, { signal }),
    staleTime: 0,
  });
  const verb = useMutation({
    mutationFn: () => api.patch(`workspaces/${name}/limits`, changed),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: companiesKey }),
  });
  if (!data) return null;
  const limits: Limits = { ...data.limits, ...changed };
  return (
    <VerbDialog
      title={t('settings.companies.limitsTitle', { label })}
      text={t('settings.companies.limitsText')}
      button={t('record.save')}
      color="seal"
      verb={verb}
      onClose={onClose}
      onDo={() => verb.mutate()}
    >
      {(errors) => (
        <>
          <div>
            <UseList use={data.use} limits={{}} />
          </div>
          {names.map((each) => (
            <NumberInput
              key={each}
              label={t(`settings.use.most.${each}`)}
              placeholder={t('settings.use.unlimited')}
              min={1}
              allowDecimal={false}
              thousandSeparator=","
              value={limits[each] ?? ''}
              error={errors[each]}
              onChange={(value) => setChanged({ ...changed, [each]: value === '' ? null : Number(value) })}
            />
          ))}
        </>
      )}
    </VerbDialog>
  );
}
