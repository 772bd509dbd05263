import type { Money } from '#kernel/field/money/money.ts';

interface PricedLine {
  readonly product: string;
  readonly quantity: string;
  readonly unitPrice: Money;
  readonly discount: string | null;
  readonly taxRate: string | null;
  readonly remark: string | null;
}

/** What a line of one document takes over from a line of the document that it follows from. */
export function copyOfLine({ product, quantity, unitPrice, discount, taxRate, remark }: PricedLine) {
  return { product, quantity, unitPrice, discount, taxRate, remark };
}
