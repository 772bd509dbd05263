import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { tellFollowers, tellMentioned } from './comment.automations.ts';
import { commentGuard } from './comment.guard.ts';
import { commented, mentioned } from './comment.notifications.ts';
import { comment } from './comment.object.ts';
import { commentViews } from './comment.views.ts';

const own = { author: '$actor', regarding: '$visible' };

/** Whoever sees a record reads what is said about it and may join in; what one has said oneself one may change. */
export const commentFolder: ObjectFolder = {
  object: comment,
  guard: commentGuard,
  policy: definePolicy('activities.comment', {
    [everyone]: { read: { regarding: '$visible' }, create: true, update: own, delete: own },
  }),
  views: commentViews,
  automations: [tellMentioned, tellFollowers],
  notifications: [mentioned, commented],
};
