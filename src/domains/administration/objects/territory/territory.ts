import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { territory } from './territory.object.ts';

export const territoryFolder: ObjectFolder = {
  object: territory,
  policy: definePolicy('administration.territory', { everyone: { read: 'all' } }),
};
