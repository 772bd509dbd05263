import { Button } from '@mantine/core';
import { startRegistration } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api/client.ts';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { toastProblem } from '#web/kit/toast.tsx';
import { passkeysWork } from '#web/session/passkey-support.ts';
import { Section, Setting } from '../section.tsx';
import { useOwnList } from '../use-own-list.ts';
import { browserName } from './browser-name.ts';
import { EndOthersOffer } from './end-others-offer.tsx';
import { PasswordDialog } from './password-dialog.tsx';

interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Keys in my devices with which I come in by a finger, a face or a number. */
export function PasskeyList() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { user } = useMeta();
  const { items: passkeys = [], remove, refresh } = useOwnList<Passkey>({ path: 'passkeys' });
  const add = useMutation({
    mutationFn: async (optionsJSON: Options) => {
      const response = await startRegistration({ optionsJSON });
      const name = browserName(navigator.userAgent) ?? t('passkeys.one');
      return api.post('passkeys', { name, response });
    },
    onError: (error) => error.name !== 'NotAllowedError' && toastProblem(error),
    onSettled: refresh,
  });
  const [asking, setAsking] = useState(false);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: user.timeZone });
  const works = passkeysWork();
  return (
    <Section
      title={t('passkeys.title')}
      text={t(works ? 'passkeys.text' : 'passkeys.needName')}
      aside={
        works && (
          <Button variant="default" size="compact-sm" loading={add.isPending} onClick={() => setAsking(true)}>
            {t('passkeys.add')}
          </Button>
        )
      }
    >
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <Setting key={id} label={name}>
          <span style={{ marginLeft: 'auto' }}>
            {lastUsedAt
              ? t('passkeys.used', { day: day.format(new Date(lastUsedAt)) })
              : t('passkeys.made', { day: day.format(new Date(createdAt)) })}
          </span>
          <Button variant="default" size="compact-xs" onClick={() => remove.mutate(id)}>
            {t('passkeys.remove')}
          </Button>
        </Setting>
      ))}
      {(add.isSuccess || remove.isSuccess) && <EndOthersOffer />}
      {asking && (
        <PasswordDialog
          title={t('passkeys.add')}
          send={(password) => api.post<Options>('passkeys/begin', { password })}
          onClose={() => setAsking(false)}
          onDone={(options) => {
            setAsking(false);
            add.mutate(options);
          }}
        />
      )}
    </Section>
  );
}
