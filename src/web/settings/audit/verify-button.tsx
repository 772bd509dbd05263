import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { toast } from '#web/kit/toast.tsx';
import type { HistoryBreak } from './audit-entry.ts';
import { useVerify } from './use-audit.ts';

/** Finds out whether the audit and the history of records are as they were written. */
export function VerifyButton() {
  const { t } = useTranslation();
  const verify = useVerify();
  const { objects } = useMeta();
  const told = ({ position, entry }: HistoryBreak) => {
    const object = objects.find(({ name }) => name === entry?.object)?.label ?? entry?.object;
    return { position, object, sequence: entry?.sequence };
  };
  const ask = () =>
    verify.mutate(undefined, {
      onSuccess: ({ entries, broken, history }) => {
        if (broken === undefined) toast(t('settings.audit.sound', { count: entries }));
        else toast(t(`settings.audit.broken.${broken.why}`, { position: broken.position }), 'red');
        if (history.broken === undefined)
          toast(t('settings.audit.history.sound', { count: history.entries }));
        else toast(t(`settings.audit.history.broken.${history.broken.why}`, told(history.broken)), 'red');
      },
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
