import { ActionIcon, Menu } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '#kernel/writing/date-time.ts';
import { useFormatting } from '#web/fields/use-formatting.ts';
import classes from './notifications.module.css';
import { snoozeTimes } from './snooze-times.ts';

/** Puts a notification off until one of a few times. */
export function SnoozeMenu({ title, onChoose }: { title: string; onChoose(at: string): void }) {
  const { t } = useTranslation();
  const { locale, timeZone } = useFormatting();
  return (
    <Menu width={290} withinPortal={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('notifications.snoozeOne', { title })} title={t('notifications.snooze')}>
          <IconClockPause size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('notifications.snooze')}</Menu.Label>
        {snoozeTimes(timeZone).map(({ name, at }) => (
          <Menu.Item
            key={name}
            onClick={() => onChoose(at)}
            rightSection={<span className={classes.when}>{formatDateTime(at, locale, timeZone)}</span>}
          >
            <span className={classes.until}>{t(`notifications.until.${name}`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
