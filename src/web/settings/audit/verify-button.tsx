import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/kit/toast.tsx';
import { useVerify } from './use-audit.ts';

/** Finds out whether the audit is as it was written. */
export function VerifyButton() {
  const { t } = useTranslation();
  const verify = useVerify();
  const ask = () =>
    verify.mutate(undefined, {
      onSuccess: ({ entries, broken }) =>
        broken === undefined
          ? toast(t('settings.audit.sound', { count: entries }))
          : toast(t(`settings.audit.broken.${broken.why}`, { position: broken.position }), 'red'),
    });
  return (
    <Button
      variant="default"
      leftSection={<IconShieldCheck size={15} stroke={1.6} />}
      loading={verify.isPending}
      onClick={ask}
    >
      {t('settings.audit.verify')}
    </Button>
  );
}
