import Big from 'big.js';
import { type Money, money } from '#kernel/field/money/money.ts';
import type { Derive } from '#kernel/object.ts';

/** What a document's lines come to: before tax, the tax, and both together, which is the document's amount. */
export function linesTotal(object: string, by: string) {
  return {
    net: money({ total: { object, by, field: 'amount' } }),
    tax: money({ total: { object, by, field: 'tax' } }),
    amount: money(),
  };
}

/** With lines, the amount is theirs; without, it is what was written. */
export const amountOfLines: Derive = ({ net, tax }) => {
  if ((net ?? null) === null) return {};
  const { amount, currency } = net as Money;
  return {
    amount: { amount: new Big(amount).plus((tax as Money | null)?.amount ?? 0).toFixed(2), currency },
  };
};
