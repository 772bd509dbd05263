import { defineNotification } from '#kernel/notification.ts';

/** Somebody has named a person in what he said about a record. */
export const mentioned = defineNotification({
  name: 'activities.mentioned',
  object: 'activities.comment',
  shows: ['body'],
  channels: ['mail', 'push'],
});
