import { definePolicy } from '#kernel/policy.ts';

/** A quote is its owner’s and that of everyone above. */
export const quotePolicy = definePolicy('sales.quote', {
  salesManager: { read: 'team', create: true, update: 'team', delete: 'team', import: true },
  salesRepresentative: {
    read: 'own',
    create: true,
    update: 'own',
    delete: { owner: '$actor', status: 'draft' },
  },
});
