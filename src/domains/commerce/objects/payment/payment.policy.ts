import { definePolicy } from '#kernel/policy.ts';

/** A payment is cancelled, never deleted. */
export const paymentPolicy = definePolicy('commerce.payment', {
  accountant: { read: 'all', create: true, update: 'all', import: true },
});
