import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const emailPolicy = definePolicy('activities.email', activityGrants);
