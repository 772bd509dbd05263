import { defineNotification } from '#kernel/notification.ts';

/** Somebody who was invited has answered. */
export const guestAnswered = defineNotification({
  name: 'activities.guestAnswered',
  object: 'activities.meetingGuest',
  shows: ['answer', 'occasion.subject'],
  channels: ['mail', 'push'],
});

/** Somebody outside has booked somebody's time, or has moved or cancelled it. */
export const guestArranged = defineNotification({
  name: 'activities.guestArranged',
  object: 'activities.meetingGuest',
  shows: ['arranged', 'occasion.subject', 'occasion.startsAt'],
  channels: ['mail', 'push'],
});
