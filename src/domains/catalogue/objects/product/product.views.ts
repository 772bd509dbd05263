import { defineViews } from '#kernel/view.ts';

export const productViews = defineViews(
  'catalogue.product',
  [
    {
      name: 'active',
      kind: 'table',
      columns: ['name', 'code', 'series', 'price', 'unit'],
      where: { active: true },
      sort: 'name',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'code', 'series', 'price', 'unit', 'active'],
      sort: 'name',
    },
  ],
  {
    highlights: ['code', 'series', 'price', 'active'],
    sections: { details: ['name', 'code', 'series', 'price', 'unit', 'active', 'description'] },
  },
);
