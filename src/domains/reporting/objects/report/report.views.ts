import { defineViews } from '#kernel/view.ts';

export const reportViews = defineViews(
  'reporting.report',
  [
    { name: 'all', kind: 'table', columns: ['name', 'object', 'everybody', 'owner.name', 'updatedAt'] },
    {
      name: 'mine',
      kind: 'table',
      columns: ['name', 'object', 'everybody', 'updatedAt'],
      where: { owner: '$actor' },
    },
  ],
  { sections: { details: ['name', 'object', 'everybody', 'owner'] } },
);
