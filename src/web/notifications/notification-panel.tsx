import { ActionIcon, Button, SegmentedControl, Skeleton } from '@mantine/core';
import { IconBellCheck, IconChecks, IconSettings } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormatting } from '#web/fields/use-formatting.ts';
import { DayHeading } from '#web/record/timeline/day-heading.tsx';
import { groupByDay } from '#web/record/timeline/group-by-day.ts';
import { NotificationRow } from './notification-row.tsx';
import classes from './notifications.module.css';
import { useNotifications, useReadAll } from './use-notifications.ts';

/** What I have been told, by day: unread, or all of it. */
export function NotificationPanel({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const [shown, setShown] = useState<'unread' | 'all'>('all');
  const list = useNotifications(shown === 'unread');
  const readAll = useReadAll();
  const navigate = useNavigate();
  const told = list.data?.pages.flatMap(({ notifications }) => notifications) ?? [];
  const unread = list.data?.pages[0]?.unread ?? 0;
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <h2 className={classes.heading}>{t('notifications.title')}</h2>
        <SegmentedControl
          size="xs"
          aria-label={t('notifications.shown')}
          value={shown}
          onChange={(value) => setShown(value as typeof shown)}
          data={[
            { value: 'all', label: t('notifications.all') },
            { value: 'unread', label: t('notifications.unread') },
          ]}
        />
        <span className={classes.headTools}>
          <ActionIcon
            disabled={unread === 0}
            onClick={() => readAll.mutate()}
            aria-label={t('notifications.readAll')}
            title={t('notifications.readAll')}
          >
            <IconChecks size={17} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            onClick={() => {
              onClose();
              void navigate({ to: '/settings', search: { part: 'notifications' } });
            }}
            aria-label={t('notifications.settings')}
            title={t('notifications.settings')}
          >
            <IconSettings size={17} stroke={1.6} />
          </ActionIcon>
        </span>
      </div>
      <div className={classes.scroll}>
        {list.isPending &&
          [0, 1, 2].map((each) => <Skeleton key={each} height={40} my={14} mx={16} w="auto" />)}
        {list.data && told.length === 0 && (
          <div className={classes.empty}>
            <IconBellCheck size={28} stroke={1.3} aria-hidden />
            <b>{t(shown === 'unread' ? 'notifications.noneUnread' : 'notifications.none')}</b>
            <span>{t('notifications.noneText')}</span>
          </div>
        )}
        {groupByDay(told, timeZone).map(({ day, entries }) => (
          <section key={day}>
            <div className={classes.day}>
              <DayHeading day={day} />
            </div>
            <ul className={classes.list}>
              {entries.map((one) => (
                <NotificationRow key={one.id} told={one} onOpen={onClose} />
              ))}
            </ul>
          </section>
        ))}
        {list.hasNextPage && (
          <div className={classes.more}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t('list.more')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
