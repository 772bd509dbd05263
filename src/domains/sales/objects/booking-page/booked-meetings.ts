import { defineExtension } from '#kernel/extension.ts';
import { reference } from '#kernel/field/reference/reference.ts';

const bookedFields = {
  /** The page on which it was booked. */
  bookingPage: reference('sales.bookingPage', { readOnly: true, timeline: false, onDelete: 'clear' }),
};

/** A meeting knows by which page it came. */
export const bookedMeetings = defineExtension('activities.meeting', { fields: bookedFields });

declare module '#kernel/object-name.ts' {
  interface Extensions {
    'sales activities.meeting': typeof bookedFields;
  }
}
