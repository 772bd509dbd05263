import { definePolicy } from '#kernel/policy.ts';

/** A deal is its owner's and that of everyone above. */
export const opportunityPolicy = definePolicy('sales.opportunity', {
  salesManager: { read: 'team', create: true, update: 'team', delete: 'team', import: true },
  salesRepresentative: { read: 'own', create: true, update: 'own', delete: 'own' },
});
