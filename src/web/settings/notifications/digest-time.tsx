import { Chip, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Setting } from '../section.tsx';
import type { DigestTimeJson } from './settings-json.ts';

interface DigestTimeProps {
  readonly digest: DigestTimeJson;
  onChoose(digest: DigestTimeJson): void;
}

/** A Monday, from which the days of a week are named. */
const monday = Date.UTC(2024, 0, 1);

/** The time of day and the weekdays on which my digest comes; one day at least. */
export function DigestTime({ digest, onChoose }: DigestTimeProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <>
      <Setting label={t('settings.notifications.digestTime')}>
        <TextInput
          type="time"
          required
          aria-label={t('settings.notifications.digestTime')}
          defaultValue={digest.time}
          onBlur={({ currentTarget: { value } }) => {
            if (value !== '' && value !== digest.time) onChoose({ ...digest, time: value });
          }}
        />
      </Setting>
      <Setting label={t('settings.notifications.digestDays')}>
        <Chip.Group
          multiple
          value={digest.weekdays.map(String)}
          onChange={(days) => {
            if (days.length > 0) onChoose({ ...digest, weekdays: days.map(Number).toSorted() });
          }}
        >
          <Group gap={6}>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Chip key={day} value={String(day)} size="xs">
                {format.format(monday + (day - 1) * 86_400_000)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Setting>
    </>
  );
}
