import { definePolicy } from '#kernel/policy.ts';
import { activityGrants } from '../../grants.ts';

export const conversationPolicy = definePolicy('activities.conversation', activityGrants);
