import { Box, Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useState } from 'react';
import { useFormatting } from '../use-formatting.ts';

interface CalendarPopoverProps {
  readonly day: string | null;
  onPick(day: string): void;
  /** Stands beside the calendar, e.g. times of the day. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A calendar under an input while the input is in use. Clicks in it do not take the focus away. */
export function CalendarPopover({ day, onPick, beside, children }: CalendarPopoverProps) {
  const { locale } = useFormatting();
  const [opened, setOpened] = useState(false);
  return (
    // What is typed into has the roles; a box around it may say nothing of a calendar.
    <Popover opened={opened} onChange={setOpened} position="bottom-start" withinPortal withRoles={false}>
      <Popover.Target>
        <Box onFocus={() => setOpened(true)} onBlur={() => setOpened(false)}>
          {children}
        </Box>
      </Popover.Target>
      <Popover.Dropdown p="sm" onMouseDown={(event) => event.preventDefault()}>
        <div style={{ display: 'flex', gap: 8 }}>
          <DatePicker
            key={day}
            size="xs"
            value={day}
            defaultDate={day ?? undefined}
            onChange={(picked) => {
              if (!picked) return;
              onPick(picked);
              if (!beside) setOpened(false);
            }}
            locale={locale.startsWith('zh') ? 'zh-cn' : 'en'}
            firstDayOfWeek={1}
            highlightToday
            monthLabelFormat={locale.startsWith('zh') ? 'YYYY年M月' : 'MMMM YYYY'}
          />
          {beside}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
