import { defineNotification } from '#kernel/notification.ts';

/** A program is told of nothing any more until somebody has looked after it. */
export const webhookStopped = defineNotification({
  name: 'administration.webhookStopped',
  object: 'administration.webhook',
  shows: ['address', 'stopped'],
  while: { stopped: { isNull: false } },
  channels: ['mail'],
  leadsTo: '/settings?part=webhooks',
});
