import type { ObjectFolder } from '#kernel/module.ts';
import { reportGuard } from './report.guard.ts';
import { report } from './report.object.ts';
import { reportPolicy } from './report.policy.ts';
import { reportViews } from './report.views.ts';

export const reportFolder: ObjectFolder = {
  object: report,
  policy: reportPolicy,
  guard: reportGuard,
  views: reportViews,
};
