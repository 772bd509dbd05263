import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the quote that it is part of. */
export const quoteLinePolicy = definePolicy('sales.quoteLine', {
  salesManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  salesRepresentative: { read: 'all', create: true, update: 'all', delete: 'all' },
});
