import { decimal } from '#kernel/field/decimal/decimal.ts';
import { type Money, money } from '#kernel/field/money/money.ts';
import { percent } from '#kernel/field/percent/percent.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import type { Derive, ValidationRule } from '#kernel/object.ts';
import { defineTrait } from '#kernel/trait.ts';
import { lineAmount, taxOn } from './line-amount.ts';

/** A line of a document: so much of a product at a price, less a discount, with its tax. */
export const priced = defineTrait({
  name: 'priced',
  fields: {
    product: reference('catalogue.product', { required: true, onDelete: 'restrict', timeline: false }),
    quantity: decimal({ required: true, default: '1' }),
    unitPrice: money({ required: true }),
    discount: percent({ default: '0' }),
    taxRate: percent({ default: '0' }),
    amount: money({ readOnly: true }),
    tax: money({ readOnly: true }),
    remark: text(),
  },
});

/** What a line comes to before tax, and its tax. */
export const linePrice: Derive = ({ quantity, unitPrice, discount, taxRate }) => {
  const amount = lineAmount(
    (quantity ?? null) as string | null,
    (unitPrice ?? null) as Money | null,
    (discount ?? null) as string | null,
  );
  return { amount, tax: taxOn(amount, (taxRate ?? null) as string | null) };
};

export const lineRules: readonly ValidationRule[] = [
  { field: 'quantity', code: 'notPositive', when: { quantity: { lte: '0' } } },
  { field: 'unitPrice', code: 'negative', when: { unitPrice: { lt: '0' } } },
  ...(['discount', 'taxRate'] as const).map((field) => ({
    field,
    code: 'notAShare',
    when: { or: [{ [field]: { lt: '0' } }, { [field]: { gt: '100' } }] },
  })),
];
