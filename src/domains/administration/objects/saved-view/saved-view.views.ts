import { defineViews } from '#kernel/view.ts';

export const savedViewViews = defineViews(
  'administration.savedView',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'object', 'kind', 'everybody', 'standard', 'owner.name', 'updatedAt'],
    },
  ],
  { sections: { details: ['name', 'object', 'kind', 'icon', 'everybody', 'standard', 'owner'] } },
);
