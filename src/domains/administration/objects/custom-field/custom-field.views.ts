import { defineViews } from '#kernel/view.ts';

export const customFieldViews = defineViews(
  'administration.customField',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['label', 'object', 'type', 'name', 'required', 'unique', 'updatedAt'],
    },
  ],
  {
    highlights: ['object', 'type', 'name'],
    sections: {
      details: ['labelZh', 'labelEn', 'helpZh', 'helpEn', 'object', 'type', 'name', 'section', 'position'],
      values: [
        'required',
        'requiredWhen',
        'unique',
        'searchable',
        'sealed',
        'personal',
        'default',
        'choices',
        'target',
        'acyclic',
      ],
      kind: ['format', 'scale', 'maxLength', 'rollup', 'expression'],
    },
  },
);
