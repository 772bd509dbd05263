import {
  IconCalendar,
  IconLayoutGrid,
  IconLayoutKanban,
  IconLayoutSidebar,
  IconMap2,
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
  map: IconMap2,
};
