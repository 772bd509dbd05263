import { defineViews } from '#kernel/view.ts';

export const validationRuleViews = defineViews(
  'administration.validationRule',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'object', 'messageZh', 'messageEn', 'active', 'updatedAt'],
    },
  ],
  {
    highlights: ['object', 'active'],
    sections: {
      details: [
        'name',
        'object',
        'active',
        'condition',
        'effect',
        'affects',
        'offers',
        'together',
        'among',
        'messageZh',
        'messageEn',
        'field',
      ],
    },
  },
);
