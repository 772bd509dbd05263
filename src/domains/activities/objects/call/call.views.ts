import { defineViews } from '#kernel/view.ts';

export const callViews = defineViews(
  'activities.call',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'contact.name', 'direction', 'outcome', 'duration', 'startedAt', 'owner.name'],
      sort: '-startedAt',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'contact.name', 'phone', 'status', 'outcome', 'duration', 'startedAt'],
      where: { owner: '$actor' },
      sort: '-startedAt',
    },
    {
      name: 'planned',
      kind: 'table',
      columns: ['subject', 'contact.name', 'phone', 'startedAt', 'regarding', 'owner.name'],
      where: { status: 'planned' },
      sort: 'startedAt',
    },
    {
      name: 'byOutcome',
      kind: 'board',
      columns: ['subject', 'contact.name', 'startedAt'],
      groupBy: 'outcome',
    },
  ],
  {
    highlights: ['status', 'outcome', 'duration', 'startedAt', 'owner'],
    sections: {
      details: ['subject', 'regarding', 'contact', 'phone', 'direction', 'status', 'outcome', 'owner'],
      time: ['startedAt', 'duration', 'cost'],
      remarks: ['description'],
    },
  },
);
