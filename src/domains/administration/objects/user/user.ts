import type { ObjectFolder } from '#kernel/module.ts';
import { handOver } from './user.actions.ts';
import { user } from './user.object.ts';

export const userFolder: ObjectFolder = { object: user, actions: [handOver] };
