import { defineGuard } from '#kernel/guard.ts';
import { billsTheSame } from '../../bills-the-same.ts';

/** A payment is for an invoice of the customer who pays, in the invoice’s currency. */
export const paymentGuard = defineGuard({
  object: 'commerce.payment',
  fields: ['invoice', 'account', 'amount'],
  async complete({ after }, { list }) {
    if (after.account !== null || after.invoice === null) return {};
    // One that is not to be seen is refused where references are.
    const [invoice] = await list('commerce.invoice', { id: after.invoice }, 1);
    return { account: invoice?.account ?? null };
  },
  check: ({ after }, decision) => billsTheSame(after, decision),
});
