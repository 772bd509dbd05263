import { pricing } from '#domains/catalogue/api.ts';
import { defineGuard } from '#kernel/guard.ts';

/** A quote that has gone out is revised before it is changed. */
export const quoteGuard = defineGuard({
  object: 'sales.quote',
  fields: ['amount', 'account'],
  check: pricing.refuseSettled(['amount', 'account']),
});
