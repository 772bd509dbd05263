import { defineViews } from '#kernel/view.ts';

export const duplicateRuleViews = defineViews(
  'administration.duplicateRule',
  [{ name: 'all', kind: 'table', columns: ['field', 'object', 'kind', 'weight', 'updatedAt'] }],
  { highlights: ['object', 'kind', 'weight'], sections: { details: ['object', 'field', 'kind', 'weight'] } },
);
