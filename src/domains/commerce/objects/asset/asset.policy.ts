import { definePolicy } from '#kernel/policy.ts';

/** Sales and service say for their own roles what they may do with what customers have. */
export const assetPolicy = definePolicy('commerce.asset', {
  accountant: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
});
