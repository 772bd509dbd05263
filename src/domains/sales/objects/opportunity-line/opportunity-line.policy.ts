import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the deal that it is part of. */
export const opportunityLinePolicy = definePolicy('sales.opportunityLine', {
  salesManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  salesRepresentative: { read: 'all', create: true, update: 'all', delete: 'all' },
});
