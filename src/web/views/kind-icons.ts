import {
  IconCalendar,
  IconLayoutGrid,
  IconLayoutKanban,
  IconLayoutSidebar,
  IconTable,
  IconTimeline,
} from '@tabler/icons-react';

/** The sign of each kind of view. */
export const kindIcons = {
  table: IconTable,
  board: IconLayoutKanban,
  calendar: IconCalendar,
  gallery: IconLayoutGrid,
  split: IconLayoutSidebar,
  timeline: IconTimeline,
};
