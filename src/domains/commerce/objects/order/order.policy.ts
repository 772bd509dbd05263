import { definePolicy } from '#kernel/policy.ts';

/** Sales and service say for their own roles what they may do with orders. */
export const orderPolicy = definePolicy('commerce.order', {
  accountant: { read: 'all', create: true, update: 'all', delete: { status: 'draft' }, import: true },
});
