import { Chip, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { weekdayName } from '#web/fields/recurrence/weekday-name.ts';
import { useLocale } from '#web/i18n/use-locale.ts';
import { Setting } from '../section.tsx';
import type { DigestTimeJson } from './settings-json.ts';

interface DigestTimeProps {
  readonly digest: DigestTimeJson;
  onChoose(digest: DigestTimeJson): void;
}

/** The time of day and the weekdays on which my digest comes; one day at least. */
export function DigestTime({ digest, onChoose }: DigestTimeProps) {
  const { t } = useTranslation();
  const locale = useLocale();
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
                {weekdayName(day - 1, locale)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Setting>
    </>
  );
}
