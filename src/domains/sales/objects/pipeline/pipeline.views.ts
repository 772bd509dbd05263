import { defineViews } from '#kernel/view.ts';

export const pipelineViews = defineViews(
  'sales.pipeline',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'stageCount', 'openCount', 'openAmount', 'active'],
      sort: 'name',
    },
  ],
  {
    highlights: ['stageCount', 'openCount', 'openAmount', 'active'],
    sections: { details: ['name', 'active', 'description'] },
  },
);
