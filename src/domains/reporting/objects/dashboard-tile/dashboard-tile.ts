import type { ObjectFolder } from '#kernel/module.ts';
import { dashboardTile } from './dashboard-tile.object.ts';
import { dashboardTilePolicy } from './dashboard-tile.policy.ts';
import { dashboardTileViews } from './dashboard-tile.views.ts';

export const dashboardTileFolder: ObjectFolder = {
  object: dashboardTile,
  policy: dashboardTilePolicy,
  views: dashboardTileViews,
};
