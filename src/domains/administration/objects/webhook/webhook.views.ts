import { defineViews } from '#kernel/view.ts';

export const webhookViews = defineViews(
  'administration.webhook',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'address', 'person.name', 'active', 'since', 'stopped'],
    },
  ],
  {
    highlights: ['address', 'active', 'stopped'],
    sections: { details: ['name', 'address', 'person', 'active', 'since', 'stopped', 'topics'] },
  },
);
