import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { instantOf, wallClock } from '#kernel/writing/wall-clock.ts';
import { CalendarPopover } from '../date/calendar-popover.tsx';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { useFormatting } from '../use-formatting.ts';
import { parseDateTime } from './parse.ts';
import { TimeList } from './time-list.tsx';

/** A moment on the user's clock: typed, or picked as a day and a time. */
export function DateTimeEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const wall = typeof props.value === 'string' ? wallClock(props.value, timeZone) : null;
  const time = wall?.slice(11, 16) ?? '09:00';
  const day = wall?.slice(0, 10) ?? null;
  const today = wallClock(new Date().toISOString(), timeZone).slice(0, 10);
  const pickTime = (picked: string) => {
    const value = instantOf(`${day ?? today} ${picked}:00`, timeZone);
    props.onChange(value);
    props.onCommit?.(value);
  };
  return (
    <CalendarPopover
      day={day}
      onPick={(picked) => props.onChange(instantOf(`${picked} ${time}:00`, timeZone))}
      beside={<TimeList chosen={wall ? time : null} onPick={pickTime} />}
    >
      <ParsedInput
        editor={props}
        show={(value) => (typeof value === 'string' ? wallClock(value, timeZone).slice(0, 16) : '')}
        read={(text) => parseDateTime(text, timeZone)}
        unreadable={t('field.notDateTime')}
        placeholder={t('field.dateTimePlaceholder')}
        rightSection={<IconCalendar size={15} stroke={1.6} color="var(--gx-ink-faint)" />}
      />
    </CalendarPopover>
  );
}
