import Big from 'big.js';
import type { Money } from '#kernel/field/money/money.ts';

/** Quantity times unit price less the discount, to the cent; empty while the price is. */
export function lineAmount(
  quantity: string | null,
  unitPrice: Money | null,
  discount: string | null,
): Money | null {
  if (unitPrice === null) return null;
  const share = new Big(100).minus(discount ?? '0').div(100);
  const amount = new Big(quantity ?? '1').times(unitPrice.amount).times(share);
  return { amount: amount.toFixed(2, Big.roundHalfUp), currency: unitPrice.currency };
}

/** The tax on an amount at a rate in percent, to the cent. */
export function taxOn(amount: Money | null, rate: string | null): Money | null {
  if (amount === null) return null;
  const tax = new Big(amount.amount).times(rate ?? '0').div(100);
  return { amount: tax.toFixed(2, Big.roundHalfUp), currency: amount.currency };
}
