import { defineViews } from '#kernel/view.ts';

export const customObjectViews = defineViews(
  'administration.customObject',
  [{ name: 'all', kind: 'table', columns: ['label', 'name', 'naming', 'owned', 'access', 'updatedAt'] }],
  {
    highlights: ['name', 'access'],
    sections: {
      details: ['labelZh', 'labelEn', 'pluralZh', 'pluralEn', 'name', 'icon', 'position'],
      records: ['naming', 'format', 'nameZh', 'nameEn', 'owned', 'regardable'],
      place: ['access', 'listed', 'group'],
    },
  },
);
