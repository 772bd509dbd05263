import { completenessReports } from '#domains/parties/api.ts';
import { defineReports } from '#kernel/declared-report.ts';
import { openLeads } from './lead-status.ts';

/** Leads that nobody has been in touch with, and how much is known of those that are open. */
export const leadReports = defineReports('sales.lead', [
  {
    ...{ name: 'neverTouched', dashboard: 'dataQuality' },
    settings: {
      ...{ where: { ...openLeads, lastTouchAt: null }, rows: ['owner'], columns: 'createdAt.age' },
      ...{ measures: ['count'], chart: 'bar', sortBy: 'count' },
    },
  },
  ...completenessReports(openLeads),
]);
