import type { ObjectFolder } from '#kernel/module.ts';
import { user } from './user.object.ts';
import { userPolicy } from './user.policy.ts';

export const userFolder: ObjectFolder = { object: user, policy: userPolicy };
