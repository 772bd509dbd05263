import { ActionIcon, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClockSpan } from '#kernel/working-time/week.ts';
import classes from './working-time.module.css';

interface HoursEditorProps {
  /** What the hours are those of. */
  readonly label: string;
  readonly hours: readonly ClockSpan[];
  onChange(hours: readonly ClockSpan[]): void;
}

/** The hours of a day: from when to when, as often as wanted. */
export function HoursEditor({ label, hours, onChange }: HoursEditorProps) {
  const { t } = useTranslation();
  const set = (place: number, part: Partial<ClockSpan>) =>
    onChange(hours.map((each, at) => (at === place ? { ...each, ...part } : each)));
  return (
    <div className={classes.hours}>
      {hours.map(({ from, to }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span has nothing else that stays while it is typed
        <span key={place} className={classes.span}>
          <TextInput
            type="time"
            required
            aria-label={t('settings.workingTime.from', { label })}
            value={from}
            onChange={(event) => set(place, { from: event.currentTarget.value })}
          />
          –
          <TextInput
            type="time"
            required
            aria-label={t('settings.workingTime.to', { label })}
            value={to === midnight ? '00:00' : to}
            onChange={({ currentTarget: { value } }) =>
              set(place, { to: value === '00:00' ? midnight : value })
            }
          />
          <ActionIcon
            aria-label={t('settings.workingTime.removeHours', { label })}
            onClick={() => onChange(hours.filter((_, at) => at !== place))}
          >
            <IconX size={14} />
          </ActionIcon>
        </span>
      ))}
      {hours.length === 0 && <span className={classes.free}>{t('settings.workingTime.free')}</span>}
      <ActionIcon
        aria-label={t('settings.workingTime.addHours', { label })}
        onClick={() => onChange([...hours, nextSpan(hours.at(-1))])}
      >
        <IconPlus size={14} />
      </ActionIcon>
    </div>
  );
}

/** A day that ends at midnight does so at the hour that clocks show then. */
const midnight = '24:00';

function nextSpan(last: ClockSpan | undefined): ClockSpan {
  if (last === undefined) return { from: '09:00', to: '18:00' };
  const hour = Math.min(22, Number(last.to.slice(0, 2)) + 1);
  const clock = (each: number) => `${String(each).padStart(2, '0')}:00`;
  return { from: clock(hour), to: clock(hour + 1) };
}
