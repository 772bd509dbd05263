import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineObject } from '#kernel/object.ts';

/** Tells one person that the time for something has come. */
export const reminder = defineObject({
  name: 'activities.reminder',
  icon: 'bell',
  nameField: 'subject',
  indexes: [['recipient', 'readAt']],
  fields: {
    subject: text({ required: true }),
    recipient: user(),
    about: regarding({ targets: ['activities.task', 'activities.meeting'], timeline: false }),
    dueAt: dateTime(),
    readAt: dateTime({ readOnly: true, bookkeeping: true }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'activities.reminder': typeof reminder;
  }
}
