import { pricing } from '#domains/catalogue/api.ts';
import { defineGuard } from '#kernel/guard.ts';

const refuseSettled = pricing.refuseSettled(['amount', 'account']);

/** What has been billed is fixed, and is taken back only while nothing has been paid or returned of it. */
export const invoiceGuard = defineGuard({
  object: 'commerce.invoice',
  fields: ['amount', 'account', 'status', 'paid', 'credited'],
  check(write) {
    const { status, amount, paid, credited } = write.after;
    const settled = [paid, credited].filter((part) => part !== null);
    const complaints = [...refuseSettled(write)];
    if (status === 'cancelled' && settled.length > 0)
      complaints.push({ field: 'status', code: 'alreadySettled' });
    if (settled.some(({ currency }) => currency !== amount?.currency))
      complaints.push({ field: 'amount', code: 'otherCurrency' });
    return complaints;
  },
});
