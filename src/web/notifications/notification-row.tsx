import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMailOpened } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#kernel/writing/date-time.ts';
import { useObjectMeta } from '#web/api/queries.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { ObjectIcon } from '#web/kit/object-icon.tsx';
import type { NotificationJson } from './notification.ts';
import classes from './notifications.module.css';
import { SnoozeMenu } from './snooze-menu.tsx';
import { useMarkNotification } from './use-notifications.ts';

/** One thing that I have been told: leads to its record, and may be marked or put off. */
export function NotificationRow({ told, onOpen }: { told: NotificationJson; onOpen(): void }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  const object = useObjectMeta(told.object);
  const mark = useMarkNotification();
  const fresh = told.read === null && told.concerns;
  const failed = told.deliveries.filter(({ state }) => state === 'failed');
  return (
    <li className={classes.row} data-fresh={fresh || undefined}>
      <Link
        to={told.path}
        className={classes.link}
        onClick={() => {
          if (told.read === null) mark.mutate({ id: told.id, read: true });
          onOpen();
        }}
      >
        <span className={classes.icon}>{object && <ObjectIcon name={object.icon} size={17} />}</span>
        <span className={classes.words}>
          <span className={classes.meta}>
            {told.label}
            <time dateTime={told.at}>{formatTime(told.at, locale, timeZone)}</time>
          </span>
          <span className={classes.title}>
            {fresh && <span className="spoken">{t('notifications.unread')}: </span>}
            {told.title}
          </span>
          {told.text && <span className={classes.text}>{told.text}</span>}
          {!told.concerns && <span className={classes.over}>{t('notifications.over')}</span>}
          {failed.map(({ channel, reason }) => (
            <span key={channel} className={classes.failed}>
              <IconAlertTriangle size={13} aria-hidden />
              {t(`notifications.failed.${channel}`)}: {reason}
            </span>
          ))}
        </span>
      </Link>
      <span className={classes.tools}>
        <SnoozeMenu title={told.title} onChoose={(snoozed) => mark.mutate({ id: told.id, snoozed })} />
        <ActionIcon
          onClick={() => mark.mutate({ id: told.id, read: told.read === null })}
          aria-label={t(told.read === null ? 'notifications.readOne' : 'notifications.unreadOne', {
            title: told.title,
          })}
          title={t(told.read === null ? 'notifications.markRead' : 'notifications.markUnread')}
        >
          {told.read === null ? (
            <IconCheck size={16} stroke={1.8} />
          ) : (
            <IconMailOpened size={16} stroke={1.6} />
          )}
        </ActionIcon>
      </span>
    </li>
  );
}
