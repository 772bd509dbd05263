import { IconCalendar, IconLayoutKanban, IconTable } from '@tabler/icons-react';

/** The sign of each kind of view. */
export const kindIcons = { table: IconTable, board: IconLayoutKanban, calendar: IconCalendar };
