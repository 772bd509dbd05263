import Big from 'big.js';
import { pricing } from '#domains/catalogue/api.ts';
import type { Money } from '#kernel/field/money/money.ts';
import type { Derive } from '#kernel/object.ts';

/** What is still open of an invoice that has gone out; it is paid when that is nothing. */
export const deriveInvoice: Derive = (record, changed, moment) => {
  const lines = pricing.amountOfLines(record, changed, moment);
  const { status, amount, paid, credited } = { ...record, ...lines } as Readonly<
    Record<'amount' | 'paid' | 'credited', Money | null | undefined> & { status: string }
  >;
  if (!amount || !['issued', 'paid'].includes(status)) return { ...lines, open: null };
  const open = new Big(amount.amount).minus(paid?.amount ?? 0).minus(credited?.amount ?? 0);
  return {
    ...lines,
    open: { amount: open.toFixed(2), currency: amount.currency },
    status: open.gt(0) ? 'issued' : 'paid',
  };
};
