import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMeta } from '#web/api/queries.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { StatusBadge } from '#web/kit/status-badge.tsx';
import { Section, Setting } from '../section.tsx';
import classes from '../settings.module.css';
import { useOwnList } from '../use-own-list.ts';
import { browserName } from './browser-name.ts';

interface OpenSession {
  readonly id: string;
  readonly signedInBy: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** Where I am signed in, and ending what I do not know. */
export function SessionList() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { user } = useMeta();
  const { items: sessions = [], remove } = useOwnList<OpenSession>({ path: 'sessions' });
  const seen = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: user.timeZone },
  });
  return (
    <Section
      title={t('settings.sessions.title')}
      text={t('settings.sessions.text')}
      aside={
        sessions.length > 1 && (
          <Button variant="default" size="compact-sm" onClick={() => remove.mutate(undefined)}>
            {t('settings.sessions.endOthers')}
          </Button>
        )
      }
    >
      {sessions.map((session) => (
        <Setting key={session.id} label={browserName(session.userAgent) ?? t('settings.sessions.unknown')}>
          <Stack gap={0} ml="auto" ta="right" className={classes.faint}>
            <span>{session.ip}</span>
            <span>
              {session.current
                ? t(`settings.sessions.by.${session.signedInBy}`)
                : seen.format(new Date(session.lastSeenAt))}
            </span>
          </Stack>
          {session.current ? (
            <StatusBadge color="green">{t('settings.sessions.here')}</StatusBadge>
          ) : (
            <Button variant="default" size="compact-xs" onClick={() => remove.mutate(session.id)}>
              {t('settings.sessions.end')}
            </Button>
          )}
        </Setting>
      ))}
    </Section>
  );
}
