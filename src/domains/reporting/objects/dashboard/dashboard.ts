import type { ObjectFolder } from '#kernel/module.ts';
import { dashboard } from './dashboard.object.ts';
import { dashboardPolicy } from './dashboard.policy.ts';
import { dashboardViews } from './dashboard.views.ts';

export const dashboardFolder: ObjectFolder = {
  object: dashboard,
  policy: dashboardPolicy,
  views: dashboardViews,
};
