import { definePolicy } from '#kernel/policy.ts';

/** Those who look after the books. */
export const goodsReturnPolicy = definePolicy('commerce.return', {
  accountant: { read: 'all', create: true, update: 'all', delete: { status: 'draft' }, import: true },
});
