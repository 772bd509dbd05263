import { defineViews } from '#kernel/view.ts';

export const dashboardTileViews = defineViews('reporting.dashboardTile', [
  { name: 'all', kind: 'table', columns: ['name', 'dashboard.name', 'report.name', 'place', 'width'] },
]);
