import { definePolicy } from '#kernel/policy.ts';

/** All who work here know what is going on, and not what it costs; a marketer changes his own. */
export const campaignPolicy = definePolicy('marketing.campaign', {
  everyone: {
    read: 'all',
    fields: { budget: 'hidden', actualCost: 'hidden', costPerResponse: 'hidden' },
  },
  marketingManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  marketer: { read: 'all', create: true, update: 'team', delete: 'own' },
});
