import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { reaction } from './reaction.object.ts';

/** Whoever reads a comment may react to it, and take his own reaction back. */
export const reactionFolder: ObjectFolder = {
  object: reaction,
  policy: definePolicy('activities.reaction', {
    [everyone]: { read: { comment: '$visible' }, create: true, delete: { person: '$actor' } },
  }),
  views: defineViews('activities.reaction', [
    { name: 'all', kind: 'table', columns: ['sign', 'comment.subject', 'person.name', 'createdAt'] },
  ]),
};
