import { Button } from '@mantine/core';
import { startAuthentication } from '@simplewebauthn/browser';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { passkeysWork } from './passkey-support.ts';

interface PasskeyButtonProps {
  onDone(): void;
  onProblem(error: Error | null): void;
}

type SignInOptions = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Lets somebody in with a passkey of this device; nothing where there can be none. */
export function PasskeyButton({ onDone, onProblem }: PasskeyButtonProps) {
  const { t } = useTranslation();
  const signIn = useMutation({
    mutationFn: async () => {
      const optionsJSON = await api.post<SignInOptions>('auth/passkey/begin', {}, { quiet: true });
      const response = await startAuthentication({ optionsJSON });
      return api.post('auth/passkey', { response }, { quiet: true });
    },
    onSuccess: onDone,
    // Whoever closes the device's own question knows that he did.
    onError: (error) => onProblem(error.name === 'NotAllowedError' ? null : error),
  });
  if (!passkeysWork()) return null;
  return (
    <Button
      variant="default"
      size="md"
      fullWidth
      leftSection={<IconFingerprint size={18} stroke={1.6} />}
      loading={signIn.isPending}
      onClick={() => {
        onProblem(null);
        signIn.mutate();
      }}
    >
      {t('signIn.passkey')}
    </Button>
  );
}
