import { defineViews } from '#kernel/view.ts';

export const stageViews = defineViews(
  'sales.stage',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'pipeline.name', 'stage', 'position', 'probability', 'maxDays', 'requiredActivities'],
      sort: 'position',
    },
  ],
  {
    highlights: ['pipeline', 'stage', 'probability', 'maxDays'],
    sections: {
      details: ['name', 'pipeline', 'stage', 'position', 'probability'],
      rules: ['maxDays', 'requiredFields', 'requiredActivities', 'exitCriteria'],
    },
  },
);
