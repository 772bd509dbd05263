import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';

/** The money did not stay: a payment recalled or written down by mistake. */
export const cancelPayment = defineAction({
  name: 'commerce.cancelPayment',
  object: 'commerce.payment',
  icon: 'circle-x',
  available: { status: 'received' },
  input: {},
  decide: (payment) => ({ changes: [update('commerce.payment', payment.id, { status: 'cancelled' })] }),
});
