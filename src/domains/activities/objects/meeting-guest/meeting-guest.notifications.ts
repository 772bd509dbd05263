import { defineNotification } from '#kernel/notification.ts';

/** Somebody who was invited has answered. */
export const guestAnswered = defineNotification({
  name: 'activities.guestAnswered',
  object: 'activities.meetingGuest',
  shows: ['answer', 'occasion.subject'],
  channels: ['mail', 'push'],
});
