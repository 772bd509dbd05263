import { definePolicy } from '#kernel/policy.ts';

/** Sales says for its own roles what they may do with contracts. */
export const contractPolicy = definePolicy('commerce.contract', {
  accountant: { read: 'all', create: true, update: 'all', delete: { status: 'draft' }, import: true },
});
