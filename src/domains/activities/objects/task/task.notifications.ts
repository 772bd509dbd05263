import { defineNotification } from '#kernel/notification.ts';

/** The time set for a task's reminder has come. */
export const taskDue = defineNotification({
  name: 'activities.taskDue',
  object: 'activities.task',
  shows: ['dueAt'],
  while: { status: { in: ['open', 'inProgress'] } },
  channels: ['mail', 'push'],
});
