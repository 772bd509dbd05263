import { pricing } from '#domains/catalogue/api.ts';
import { path } from '#kernel/expression/expression.ts';
import { decimal } from '#kernel/field/decimal/decimal.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { type Money, money } from '#kernel/field/money/money.ts';
import { percent } from '#kernel/field/percent/percent.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** So much of one product, at a price, in a deal. */
export const opportunityLine = defineObject({
  name: 'sales.opportunityLine',
  icon: 'list-details',
  partOf: 'opportunity',
  derive: ({ quantity, unitPrice, discount }) => ({
    amount: pricing.lineAmount(
      (quantity ?? null) as string | null,
      (unitPrice ?? null) as Money | null,
      (discount ?? null) as string | null,
    ),
  }),
  rules: [
    {
      field: 'discount',
      code: 'outOfRange',
      when: { or: [{ discount: { lt: '0' } }, { discount: { gt: '100' } }] },
    },
    { field: 'quantity', code: 'negative', when: { quantity: { lt: '0' } } },
  ],
  fields: {
    name: formula('text', path('product.name')),
    opportunity: reference('sales.opportunity', { required: true, onDelete: 'cascade' }),
    product: reference('catalogue.product', { required: true, onDelete: 'restrict', timeline: false }),
    quantity: decimal({ required: true, default: '1' }),
    unitPrice: money(),
    discount: percent({ default: '0' }),
    amount: money({ readOnly: true }),
    remark: text(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.opportunityLine': typeof opportunityLine;
  }
}
