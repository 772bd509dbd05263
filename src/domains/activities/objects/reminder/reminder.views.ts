import { defineViews } from '#kernel/view.ts';

export const reminderViews = defineViews(
  'activities.reminder',
  [
    {
      name: 'unread',
      kind: 'table',
      columns: ['subject', 'about', 'dueAt', 'createdAt'],
      where: { recipient: '$actor', readAt: null },
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'about', 'dueAt', 'readAt', 'createdAt'],
      where: { recipient: '$actor' },
    },
  ],
  {
    highlights: ['dueAt', 'recipient', 'readAt'],
    sections: { details: ['subject', 'about', 'dueAt', 'recipient', 'readAt'] },
  },
);
