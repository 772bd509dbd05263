import { MultiSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { useDeclaredRights } from '../rights/use-rights.ts';
import { Section } from '../section.tsx';

interface Policy {
  readonly secondFactorRoles: readonly string[];
}

const key = ['signInPolicy'] as const;

/** Of which roles a code is demanded. */
export function SecondFactorPolicy() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data: rights } = useDeclaredRights();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<Policy>('sign-in-policy', { signal }),
  });
  const save = useMutation({
    mutationFn: (secondFactorRoles: string[]) => api.put<Policy>('sign-in-policy', { secondFactorRoles }),
    onSuccess: (policy) => client.setQueryData(key, policy),
    onError: toastProblem,
  });
  const roles = save.isPending ? save.variables : data?.secondFactorRoles;
  return (
    <Section title={t('settings.signIn.secondFactor')} text={t('settings.signIn.secondFactorText')}>
      <MultiSelect
        label={t('settings.signIn.roles')}
        placeholder={roles?.length === 0 ? t('settings.signIn.nobody') : ''}
        data={rights?.roles.map(({ name, label }) => ({ value: name, label })) ?? []}
        value={[...(roles ?? [])]}
        onChange={(chosen) => save.mutate(chosen)}
        disabled={data === undefined}
        clearable
      />
    </Section>
  );
}
