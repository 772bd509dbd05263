import { Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { Section, Setting } from '../section.tsx';
import { EndOthersOffer } from './end-others-offer.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';

interface State {
  readonly enabled: boolean;
  readonly recoveryCodes: number;
  /** My role does not let me turn it off. */
  readonly demanded: boolean;
}

const key = ['secondFactor'] as const;

/** A code from my phone beside the password. */
export function SecondFactor() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<'enrol' | 'remove' | 'renew'>();
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<State>('second-factor', { signal }),
  });
  const atFirst = useRef(data?.enabled);
  atFirst.current ??= data?.enabled;
  const close = () => {
    setOpen(undefined);
    void client.invalidateQueries({ queryKey: key });
  };
  return (
    <Section title={t('secondFactor.title')} text={t('secondFactor.text')}>
      {data && (
        <Setting
          label={
            data.enabled ? t('secondFactor.codesLeft', { count: data.recoveryCodes }) : t('secondFactor.app')
          }
        >
          <Group gap="sm" ml="auto">
            {data.enabled && <StatusBadge color="green">{t('secondFactor.on')}</StatusBadge>}
            {data.enabled ? (
              <>
                <Button variant="default" size="compact-sm" onClick={() => setOpen('renew')}>
                  {t('secondFactor.renew')}
                </Button>
                {!data.demanded && (
                  <Button variant="default" size="compact-sm" onClick={() => setOpen('remove')}>
                    {t('secondFactor.turnOff')}
                  </Button>
                )}
              </>
            ) : (
              <Button variant="default" onClick={() => setOpen('enrol')}>
                {t('secondFactor.turnOn')}
              </Button>
            )}
          </Group>
        </Setting>
      )}
      {data && data.enabled !== atFirst.current && <EndOthersOffer />}
      {open === 'enrol' && <EnrolDialog onClose={close} />}
      {open === 'renew' && <RecoveryDialog onClose={close} />}
      {open === 'remove' && (
        <PasswordDialog
          title={t('secondFactor.turnOff')}
          send={(password) => api.post('second-factor/remove', { password })}
          onClose={close}
          onDone={close}
        />
      )}
    </Section>
  );
}
