import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const notePolicy = definePolicy('activities.note', activityGrants);
