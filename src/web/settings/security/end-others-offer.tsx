import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Setting } from '../section.tsx';
import { useOwnList } from '../use-own-list.ts';

/** After a change of how I prove who I am: whoever came in before is still in, unless I end it. */
export function EndOthersOffer() {
  const { t } = useTranslation();
  const { items: sessions = [], remove } = useOwnList<{ readonly id: string }>({
    ...{ path: 'sessions', fresh: true },
  });
  if (sessions.length < 2) return null;
  return (
    <Setting label={t('settings.sessions.offer', { count: sessions.length - 1 })}>
      <Button
        variant="default"
        size="compact-sm"
        ml="auto"
        loading={remove.isPending}
        onClick={() => remove.mutate(undefined)}
      >
        {t('settings.sessions.endOthers')}
      </Button>
    </Setting>
  );
}
