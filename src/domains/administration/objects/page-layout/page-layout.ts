import type { ObjectFolder } from '#kernel/module.ts';
import { pageLayoutGuard } from './page-layout.guard.ts';
import { pageLayout } from './page-layout.object.ts';
import { pageLayoutViews } from './page-layout.views.ts';

export const pageLayoutFolder: ObjectFolder = {
  object: pageLayout,
  guard: pageLayoutGuard,
  views: pageLayoutViews,
};
