import { defineViews } from '#kernel/view.ts';

export const routingRuleViews = defineViews(
  'sales.routingRule',
  [
    {
      name: 'all',
      kind: 'table',
      columns: [
        'position',
        'name',
        'active',
        'sources',
        'team.name',
        'method',
        'capacity',
        'firstTouchMinutes',
      ],
      sort: 'position',
    },
  ],
  {
    highlights: ['active', 'position', 'method', 'capacity', 'lastOwner'],
    sections: {
      details: ['name', 'active', 'position', 'description'],
      which: ['sources', 'regions', 'leastScore'],
      whom: ['team', 'members', 'method', 'capacity', 'lastOwner'],
      promise: ['firstTouchMinutes', 'whenLate'],
    },
  },
);
