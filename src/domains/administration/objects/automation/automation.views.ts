import { defineViews } from '#kernel/view.ts';

export const automationViews = defineViews(
  'administration.automation',
  [{ name: 'all', kind: 'table', columns: ['name', 'object', 'active', 'updatedAt'] }],
  {
    highlights: ['object', 'active'],
    sections: { details: ['name', 'object', 'active', 'trigger', 'where', 'steps'] },
  },
);
