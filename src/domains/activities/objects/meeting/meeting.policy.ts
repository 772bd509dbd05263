import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const meetingPolicy = definePolicy('activities.meeting', activityGrants);
