import { defineNotification } from '#kernel/notification.ts';

/** A report is sent, with the numbers that its reader may see. */
export const reportReady = defineNotification({
  name: 'reporting.reportReady',
  object: 'reporting.reportSchedule',
  shows: ['note', 'owner.name'],
  channels: ['mail'],
  oneself: true,
  encloses: { report: 'report', dashboard: 'dashboard', format: 'format' },
});
