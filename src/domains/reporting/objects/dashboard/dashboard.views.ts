import { defineViews } from '#kernel/view.ts';

export const dashboardViews = defineViews(
  'reporting.dashboard',
  [{ name: 'all', kind: 'table', columns: ['name', 'everybody', 'owner.name', 'updatedAt'] }],
  { sections: { details: ['name', 'everybody', 'owner'] } },
);
