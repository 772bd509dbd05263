import { defineGuard } from '#kernel/guard.ts';
import { billsTheSame } from '../../bills-the-same.ts';

/** A payment is for an invoice of the customer who pays, in the invoice’s currency. */
export const paymentGuard = defineGuard({
  object: 'commerce.payment',
  fields: ['invoice', 'account', 'amount'],
  complete: async ({ after }, { read }) =>
    after.account === null && after.invoice !== null
      ? { account: (await read('commerce.invoice', after.invoice)).account }
      : {},
  check: ({ after }, decision) => billsTheSame(after, decision),
});
