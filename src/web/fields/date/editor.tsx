import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { todayIn } from '#kernel/writing/wall-clock.ts';
import type { EditorProps } from '../field-props.ts';
import { ParsedInput } from '../parsed-input.tsx';
import { useFormatting } from '../use-formatting.ts';
import { CalendarPopover } from './calendar-popover.tsx';
import { parseDate } from './parse.ts';

/** A day: typed, or picked from the calendar. */
export function DateEditor(props: EditorProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormatting();
  const day = typeof props.value === 'string' ? props.value : null;
  const pick = (picked: string) => {
    props.onChange(picked);
    props.onCommit?.(picked);
  };
  return (
    <CalendarPopover day={day} onPick={pick}>
      <ParsedInput
        editor={props}
        show={(value) => (typeof value === 'string' ? value : '')}
        read={(text) => parseDate(text, todayIn(timeZone))}
        unreadable={t('field.notDate')}
        placeholder={t('field.datePlaceholder')}
        rightSection={<IconCalendar size={15} stroke={1.6} color="var(--gx-ink-faint)" />}
      />
    </CalendarPopover>
  );
}
