import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { bringVersion, restoreVersion } from './document.actions.ts';
import { documentGuard } from './document.guard.ts';
import { document } from './document.object.ts';
import { documentViews } from './document.views.ts';

const seen = { regarding: '$visible' };

/** Whoever sees a record has its files, and may add to them; whoever put one there may take it away. */
export const documentFolder: ObjectFolder = {
  object: document,
  guard: documentGuard,
  policy: definePolicy('activities.document', {
    [everyone]: { read: seen, create: true, update: seen, delete: { createdBy: '$actor', ...seen } },
  }),
  views: documentViews,
  actions: [bringVersion, restoreVersion],
};
