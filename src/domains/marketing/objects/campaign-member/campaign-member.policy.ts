import { definePolicy } from '#kernel/policy.ts';

/** Whoever sees a person sees in which campaigns he is; marketing looks after them. */
export const campaignMemberPolicy = definePolicy('marketing.campaignMember', {
  everyone: { read: { contact: '$visible' } },
  marketingManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  marketer: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
});
