import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { toastProblem } from '#web/kit/toast.tsx';
import { ConfirmButton } from '../confirm-button.tsx';
import { Section, Setting } from '../section.tsx';
import type { StoredProvider } from './provider.ts';
import { ProviderDialog } from './provider-dialog.tsx';

const key = ['signInProvidersSet'] as const;

/** Which other systems vouch for people of the company. */
export function ProviderList() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<StoredProvider | 'new'>();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      api.get<{ providers: readonly StoredProvider[] }>('sign-in-providers', { signal }),
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`sign-in-providers/${id}`),
    onError: toastProblem,
    onSettled: refresh,
  });
  return (
    <Section
      title={t('settings.signIn.providers')}
      text={t('settings.signIn.providersText')}
      aside={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => setOpen('new')}
        >
          {t('settings.signIn.add')}
        </Button>
      }
    >
      {data?.providers.map((provider) => (
        <Setting key={provider.id} label={`${provider.label} · ${provider.domains.join(', ')}`}>
          <Group gap="sm" ml="auto" wrap="nowrap">
            <StatusBadge color={provider.enabled ? 'green' : 'grey'}>
              {t(provider.enabled ? 'settings.signIn.on' : 'settings.signIn.off')}
            </StatusBadge>
            <Button variant="default" size="compact-xs" onClick={() => setOpen(provider)}>
              {t('settings.signIn.change')}
            </Button>
            <ConfirmButton
              label={t('settings.signIn.remove')}
              question={t('settings.signIn.removeQuestion', { label: provider.label })}
              onConfirm={() => remove.mutate(provider.id)}
            />
          </Group>
        </Setting>
      ))}
      {open && (
        <ProviderDialog
          provider={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={refresh}
        />
      )}
    </Section>
  );
}
