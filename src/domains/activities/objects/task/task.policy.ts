import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const taskPolicy = definePolicy('activities.task', activityGrants);
