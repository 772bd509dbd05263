import { pricing } from '#domains/catalogue/api.ts';
import { defineGuard } from '#kernel/guard.ts';

/** What has been ordered is fixed. */
export const orderGuard = defineGuard({
  object: 'commerce.order',
  fields: ['amount', 'account'],
  check: pricing.refuseSettled(['amount', 'account']),
});
