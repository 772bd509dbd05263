import { defineViews } from '#kernel/view.ts';

const unfinished = { status: { in: ['open', 'inProgress'] } };

export const taskViews = defineViews(
  'activities.task',
  [
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'status', 'priority', 'dueAt', 'regarding'],
      where: { ...unfinished, owner: '$actor' },
      sort: 'dueAt',
    },
    {
      name: 'overdue',
      kind: 'table',
      columns: ['subject', 'priority', 'dueAt', 'regarding', 'owner.name'],
      where: { ...unfinished, dueAt: { lt: '$now' } },
      sort: 'dueAt',
    },
    {
      name: 'thisWeek',
      kind: 'table',
      columns: ['subject', 'status', 'priority', 'dueAt', 'regarding', 'owner.name'],
      where: { dueAt: { in: 'thisWeek' } },
      sort: 'dueAt',
    },
    {
      name: 'byStatus',
      kind: 'board',
      columns: ['subject', 'priority', 'dueAt', 'owner.name'],
      groupBy: 'status',
      sort: 'dueAt',
    },
    { name: 'calendar', kind: 'calendar', columns: ['subject', 'status', 'owner.name'], groupBy: 'dueAt' },
    {
      name: 'schedule',
      kind: 'timeline',
      columns: ['subject', 'status', 'owner.name'],
      groupBy: 'startsAt',
      ends: 'dueAt',
      after: 'after',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'status', 'priority', 'dueAt', 'regarding', 'owner.name', 'completedAt'],
      sort: '-dueAt',
    },
  ],
  {
    highlights: ['status', 'priority', 'dueAt', 'owner'],
    sections: {
      details: ['subject', 'status', 'priority', 'regarding', 'owner', 'description'],
      time: [
        'startsAt',
        'dueAt',
        'after',
        'remindBefore',
        'remindAt',
        'recurrence',
        'recurrenceEnd',
        'completedAt',
      ],
    },
    path: 'status',
  },
);
