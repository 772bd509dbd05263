import { pricing } from '#domains/catalogue/api.ts';
import { defineGuard } from '#kernel/guard.ts';
import { billsTheSame } from '../../bills-the-same.ts';

const refuseSettled = pricing.refuseSettled(['amount', 'account', 'invoice']);

/** What has come back is fixed; a credit is for an invoice of the same customer. */
export const goodsReturnGuard = defineGuard({
  object: 'commerce.return',
  fields: ['amount', 'account', 'invoice', 'status'],
  async check(write, decision) {
    return [...refuseSettled(write), ...(await billsTheSame(write.after, decision))];
  },
});
