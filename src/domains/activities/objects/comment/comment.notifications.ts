import { defineNotification } from '#kernel/notification.ts';

/** Somebody has named a person in what he said about a record. */
export const mentioned = defineNotification({
  name: 'activities.mentioned',
  object: 'activities.comment',
  shows: ['body'],
  channels: ['mail', 'push'],
});

/** Something was said about a record that a person follows. */
export const commented = defineNotification({
  name: 'activities.commented',
  object: 'activities.comment',
  shows: ['body'],
  channels: ['push'],
});
