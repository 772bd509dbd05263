import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const touchPolicy = definePolicy('activities.touch', activityGrants);
