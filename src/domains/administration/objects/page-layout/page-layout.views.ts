import { defineViews } from '#kernel/view.ts';

export const pageLayoutViews = defineViews(
  'administration.pageLayout',
  [{ name: 'all', kind: 'table', columns: ['name', 'object', 'roles', 'position', 'updatedAt'] }],
  {
    highlights: ['object', 'roles'],
    sections: { details: ['name', 'object', 'roles', 'recordTypes', 'position', 'settings'] },
  },
);
