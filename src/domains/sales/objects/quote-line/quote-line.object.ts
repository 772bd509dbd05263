import { pricing } from '#domains/catalogue/api.ts';
import { path } from '#kernel/expression/expression.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineObject } from '#kernel/object.ts';

/** So much of one product, at a price, in a quote. */
export const quoteLine = defineObject({
  name: 'sales.quoteLine',
  icon: 'list-details',
  partOf: 'quote',
  defaultSort: 'createdAt',
  traits: [pricing.trait],
  derive: pricing.line,
  rules: pricing.rules,
  fields: {
    name: formula('text', path('product.name')),
    quote: reference('sales.quote', { required: true, onDelete: 'cascade' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.quoteLine': typeof quoteLine;
  }
}
