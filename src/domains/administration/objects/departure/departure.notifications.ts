import { defineNotification } from '#kernel/notification.ts';

/** Somebody who has left can come in no more. */
export const accessEnded = defineNotification({
  name: 'administration.accessEnded',
  object: 'administration.departure',
  shows: ['endsAt'],
  channels: ['mail'],
});
