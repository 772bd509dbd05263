import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const callPolicy = definePolicy('activities.call', activityGrants);
