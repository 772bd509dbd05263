import type { ObjectFolder } from '#kernel/module.ts';
import { savedViewGuard } from './saved-view.guard.ts';
import { savedView } from './saved-view.object.ts';
import { savedViewPolicy } from './saved-view.policy.ts';
import { savedViewViews } from './saved-view.views.ts';

export const savedViewFolder: ObjectFolder = {
  object: savedView,
  policy: savedViewPolicy,
  guard: savedViewGuard,
  views: savedViewViews,
};
