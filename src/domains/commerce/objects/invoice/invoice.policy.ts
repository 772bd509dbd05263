import { definePolicy } from '#kernel/policy.ts';

/** Those who look after the books; what has gone out is cancelled, never deleted. */
export const invoicePolicy = definePolicy('commerce.invoice', {
  accountant: { read: 'all', create: true, update: 'all', delete: { status: 'draft' }, import: true },
});
