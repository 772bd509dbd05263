import type { ObjectFolder } from '#kernel/module.ts';
import { definePolicy } from '#kernel/policy.ts';
import { handOver } from './user.actions.ts';
import { userGuard } from './user.guard.ts';
import { user } from './user.object.ts';

export const userFolder: ObjectFolder = {
  object: user,
  policy: definePolicy('administration.user', { everyone: { read: 'all' } }),
  actions: [handOver],
  guard: userGuard,
};
