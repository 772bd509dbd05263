import Big from 'big.js';
import { pricing } from '#domains/catalogue/api.ts';
import type { DealLine } from './deals-of.ts';

/** The tax on what the company sells, in percent. */
export const taxRate = '13';

/** Lines at the price that was agreed on, and what they come to: a document's values as its lines make them. */
export function pricedLines(lines: readonly DealLine[], share: number) {
  const priced = lines.map(({ product, quantity, price }) => ({
    product,
    quantity: String(quantity),
    unitPrice: { amount: new Big(price).times(share).toFixed(0), currency: 'CNY' },
    discount: '0',
    taxRate,
  }));
  return { lines: priced, ...totalsOf(priced) };
}

type Priced = Readonly<Record<'product' | 'quantity' | 'discount' | 'taxRate', string>> & {
  readonly unitPrice: { readonly amount: string; readonly currency: string };
};

export function totalsOf(lines: readonly Priced[]) {
  const sum = (part: 'amount' | 'tax') =>
    lines.reduce((total, line) => {
      const priced = pricing.line(line, new Set(), { now: '', today: '' }) as Record<
        string,
        { amount: string }
      >;
      return total.plus(priced[part]?.amount ?? 0);
    }, new Big(0));
  const [net, tax] = [sum('amount'), sum('tax')];
  const yuan = (amount: Big) => ({ amount: amount.toFixed(2), currency: 'CNY' });
  return { net: yuan(net), tax: yuan(tax), amount: yuan(net.plus(tax)) };
}
