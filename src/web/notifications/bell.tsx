import { ActionIcon, Drawer, Popover, Skeleton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyView } from '#web/kit/lazy-view.ts';
import { useStore } from '#web/kit/store.ts';
import { useNarrow } from '#web/kit/use-narrow.ts';
import { notificationPanel } from './notification-store.ts';
import classes from './notifications.module.css';
import { useLiveNotifications, useMarkNotification, useNotifications } from './use-notifications.ts';

const NotificationPanel = lazyView(() => import('./notification-panel.tsx'), 'NotificationPanel');

/** Beyond this a number says no more. */
const mostShown = 99;

/** How much I have not read, on every page; opens what I have been told. */
export function Bell() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const opened = useStore(notificationPanel);
  const close = () => notificationPanel.set(false);
  useLiveNotifications();
  useSeen();
  const unread = useNotifications(false).data?.pages[0]?.unread ?? 0;
  const name = t(unread === 0 ? 'notifications.title' : 'notifications.bell', { count: unread });
  const button = (
    <ActionIcon
      size={32}
      className={classes.bell}
      aria-label={name}
      title={name}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={() => notificationPanel.set(!opened)}
    >
      <IconBell size={18} stroke={1.6} />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      )}
    </ActionIcon>
  );
  if (narrow)
    return (
      <>
        {button}
        <Drawer
          opened={opened}
          onClose={close}
          position="bottom"
          size="86%"
          padding={0}
          radius="lg"
          withCloseButton={false}
          attributes={{ content: { 'aria-label': t('notifications.title') } }}
        >
          <Panel onClose={close} />
        </Drawer>
      </>
    );
  return (
    <Popover
      opened={opened}
      onChange={notificationPanel.set}
      position="bottom-end"
      width={420}
      trapFocus
      returnFocus
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('notifications.title')}>
        <Panel onClose={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Panel({ onClose }: { onClose(): void }) {
  return (
    <Suspense fallback={<Skeleton height={320} radius={0} />}>
      <NotificationPanel onClose={onClose} />
    </Suspense>
  );
}

/** Whoever opens a record, from wherever, has seen what he was told about it. */
function useSeen(): void {
  const { object, id } = useParams({ strict: false });
  const { mutate } = useMarkNotification();
  const told = useNotifications(false).data?.pages[0]?.notifications;
  const seen = told?.find((one) => one.read === null && one.object === object && one.record === id)?.id;
  useEffect(() => {
    if (seen !== undefined) mutate({ id: seen, read: true });
  }, [seen, mutate]);
}
