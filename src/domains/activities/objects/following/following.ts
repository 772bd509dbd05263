import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy, everyone } from '#kernel/policy.ts';
import { defineViews } from '#kernel/view.ts';
import { following } from './following.object.ts';

const own = { person: '$actor', record: '$visible' };

/** Everybody says for himself what he follows of what he sees. */
export const followingFolder: ObjectFolder = {
  object: following,
  policy: definePolicy('activities.following', {
    [everyone]: { read: own, create: true, update: own, delete: own },
  }),
  views: defineViews('activities.following', [
    { name: 'all', kind: 'table', columns: ['record', 'wish', 'person.name', 'createdAt'] },
  ]),
};
