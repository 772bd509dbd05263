import { Button, Divider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';

interface OfferedProvider {
  readonly id: string;
  readonly kind: 'oidc' | 'saml';
  readonly label: string;
}

/** Ways in by other systems that vouch for people; nothing where there are none. */
export function ProviderButtons({ next = '/' }: { next?: string | undefined }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['signInProviders'],
    queryFn: () => api.get<{ providers: readonly OfferedProvider[] }>('auth/providers', { quiet: true }),
    retry: false,
  });
  if (!data || data.providers.length === 0) return null;
  return (
    <Stack gap="sm">
      <Divider label={t('signIn.or')} />
      {data.providers.map(({ id, kind, label }) => (
        <Button
          key={id}
          component="a"
          variant="default"
          size="md"
          fullWidth
          href={`/api/auth/${kind}/${id}/start?next=${encodeURIComponent(next)}`}
        >
          {t('signIn.by', { label })}
        </Button>
      ))}
    </Stack>
  );
}
