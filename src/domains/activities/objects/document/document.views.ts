import { defineViews } from '#kernel/view.ts';

const columns = ['name', 'regarding', 'category', 'number', 'author.name', 'broughtAt'] as const;

export const documentViews = defineViews(
  'activities.document',
  [
    { name: 'all', kind: 'table', columns },
    { name: 'mine', kind: 'table', columns, where: { author: '$actor' } },
  ],
  {
    highlights: ['regarding', 'category', 'author'],
    sections: {
      details: ['content', 'name', 'category', 'description'],
      version: ['number', 'remark', 'broughtAt'],
    },
  },
);
