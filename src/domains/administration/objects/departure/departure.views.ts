import { defineViews } from '#kernel/view.ts';

export const departureViews = defineViews(
  'administration.departure',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['person.name', 'state', 'endsAt', 'exportsPerDay', 'remark', 'createdBy'],
    },
  ],
  {
    highlights: ['person', 'state', 'endsAt', 'exportsPerDay'],
    sections: { details: ['person', 'endsAt', 'exportsPerDay', 'remark'] },
  },
);
