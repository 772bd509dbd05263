import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { share } from './share.object.ts';

/** Has the rights of the record that is shared. */
export const shareFolder: ObjectFolder = {
  object: share,
  policy: definePolicy('administration.share', {
    everyone: { read: 'all', create: true, update: 'all', delete: 'all' },
  }),
};
