import { defineNotification } from '#kernel/notification.ts';

/** A meeting is about to begin. */
export const meetingSoon = defineNotification({
  name: 'activities.meetingSoon',
  object: 'activities.meeting',
  shows: ['startsAt', 'nextAt', 'location'],
  while: { status: 'planned' },
  channels: ['mail', 'push'],
});
