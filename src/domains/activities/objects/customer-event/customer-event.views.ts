import { defineViews } from '#kernel/view.ts';

export const customerEventViews = defineViews(
  'activities.customerEvent',
  [
    {
      name: 'open',
      kind: 'table',
      columns: ['subject', 'kind', 'severity', 'regarding', 'occursAt', 'owner.name'],
      where: { status: 'open' },
      sort: '-occursAt',
    },
    {
      name: 'expected',
      kind: 'table',
      columns: ['subject', 'kind', 'regarding', 'occursAt', 'yearly', 'owner.name'],
      where: { status: 'expected' },
      sort: 'occursAt',
    },
    {
      name: 'byKind',
      kind: 'board',
      columns: ['subject', 'severity', 'occursAt', 'owner.name'],
      groupBy: 'kind',
      sort: '-occursAt',
    },
    { name: 'calendar', kind: 'calendar', columns: ['subject', 'kind', 'owner.name'], groupBy: 'occursAt' },
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'kind', 'severity', 'status', 'regarding', 'occursAt', 'owner.name'],
      sort: '-occursAt',
    },
  ],
  {
    highlights: ['kind', 'severity', 'status', 'occursAt', 'owner'],
    sections: {
      details: ['subject', 'kind', 'severity', 'status', 'regarding', 'contact', 'owner', 'description'],
      time: ['occursAt', 'remindAt', 'yearly'],
      origin: ['origin', 'externalId', 'details'],
    },
    path: 'status',
  },
);
