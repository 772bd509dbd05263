import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { Section, Setting } from '../section.tsx';
import classes from '../settings.module.css';
import { Browsers } from './browsers.tsx';
import { ChannelTable } from './channel-table.tsx';
import { DigestTime } from './digest-time.tsx';
import { TrialButton } from './trial-button.tsx';
import { useNotificationSettings } from './use-notification-settings.ts';

/** What reaches me beside the bell, and how. */
export function NotificationSettings() {
  const { t } = useTranslation();
  const { user } = useMeta();
  const { settings, choose, chooseDigest } = useNotificationSettings();
  if (!settings) return <Skeleton height={220} radius="lg" />;
  return (
    <>
      <Section
        title={t('settings.notifications.channels')}
        text={t('settings.notifications.channelsText')}
        flush
      >
        <ChannelTable settings={settings} onChoose={(kind, channels) => choose({ [kind]: channels })} />
      </Section>
      <Section title={t('settings.notifications.digest')} text={t('settings.notifications.digestText')}>
        <DigestTime digest={settings.digest} onChoose={chooseDigest} />
      </Section>
      <Section title={t('settings.notifications.mail')}>
        {settings.mail.available ? (
          <Setting label={t('settings.notifications.mailTo', { address: user.email })}>
            <TrialButton channel="mail" disabled={false} />
          </Setting>
        ) : (
          <p className={classes.hint} role="status">
            {t(user.administrator ? 'settings.notifications.noMailHelp' : 'settings.notifications.noMail')}
          </p>
        )}
      </Section>
      <Section title={t('settings.notifications.push')} text={t('settings.notifications.pushText')}>
        <Browsers push={settings.push} />
      </Section>
    </>
  );
}
