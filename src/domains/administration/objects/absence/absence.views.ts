import { defineViews } from '#kernel/view.ts';

export const absenceViews = defineViews(
  'administration.absence',
  [
    {
      name: 'current',
      kind: 'table',
      columns: ['person.name', 'kind', 'startsAt', 'endsAt', 'remark'],
      where: { endsAt: { gte: '$now' } },
      sort: 'startsAt',
    },
    { name: 'calendar', kind: 'calendar', columns: ['person.name', 'kind'], groupBy: 'startsAt' },
    {
      name: 'all',
      kind: 'table',
      columns: ['person.name', 'kind', 'startsAt', 'endsAt', 'remark'],
      sort: '-startsAt',
    },
  ],
  {
    highlights: ['person', 'kind', 'startsAt', 'endsAt'],
    sections: { details: ['person', 'kind', 'startsAt', 'endsAt', 'remark'] },
  },
);
