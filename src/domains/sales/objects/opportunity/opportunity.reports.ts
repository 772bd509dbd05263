import { defineReports } from '#kernel/declared-report.ts';
import { closedStages } from '../../stages/stages.ts';

const amount = 'sum(amount)';
const open = { stage: { nin: closedStages } };

/** What lies still, and how sales stand. */
export const opportunityReports = defineReports('sales.opportunity', [
  {
    ...{ name: 'quiet', dashboard: 'dataQuality' },
    settings: {
      where: {
        and: [
          open,
          { not: { lastTouchAt: { in: 'last14Days' } } },
          { not: { createdAt: { in: 'last14Days' } } },
        ],
      },
      ...{ rows: ['owner'], columns: 'stage', measures: [amount, 'count'], chart: 'bar', sortBy: amount },
    },
  },
  {
    name: 'pipeline',
    settings: { where: open, rows: ['stage'], measures: [amount, 'count'], chart: 'funnel' },
  },
  {
    name: 'wonByMonth',
    settings: {
      ...{ where: { stage: 'won' }, rows: ['closeDate.month'], measures: [amount, 'count'] },
      ...{ period: { field: 'closeDate', in: 'thisYear' }, compare: 'yearBefore', chart: 'column' },
    },
  },
]);
