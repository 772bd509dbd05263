import { defineViews } from '#kernel/view.ts';

export const recordTypeViews = defineViews(
  'administration.recordType',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['label', 'object', 'name', 'standard', 'roles', 'updatedAt'],
    },
  ],
  {
    highlights: ['object', 'name', 'standard'],
    sections: {
      details: ['labelZh', 'labelEn', 'object', 'name', 'color', 'standard', 'roles', 'values', 'position'],
    },
  },
);
