import { defineNotification } from '#kernel/notification.ts';

/** Somebody has looked at more records than is usual. */
export const manyViewed = defineNotification({
  name: 'administration.manyViewed',
  object: 'administration.accessAlarm',
  shows: ['what', 'how', 'within', 'amount', 'threshold', 'address'],
  channels: ['mail', 'push'],
});
