import type { ObjectFolder } from '#kernel/module.ts';
import { handOver } from './user.actions.ts';
import { user } from './user.object.ts';
import { userPolicy } from './user.policy.ts';

export const userFolder: ObjectFolder = { object: user, policy: userPolicy, actions: [handOver] };
