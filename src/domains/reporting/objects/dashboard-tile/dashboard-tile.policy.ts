import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the dashboard that it is part of. */
export const dashboardTilePolicy = definePolicy('reporting.dashboardTile', {
  everyone: { read: 'all', create: true, update: 'all', delete: 'all' },
});
