import { pricing } from '#domains/catalogue/api.ts';
import { path } from '#kernel/expression/expression.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineObject } from '#kernel/object.ts';

/** So much of one product, at a price, in an invoice. */
export const invoiceLine = defineObject({
  name: 'commerce.invoiceLine',
  icon: 'list-details',
  partOf: 'invoice',
  defaultSort: 'createdAt',
  traits: [pricing.trait],
  derive: pricing.line,
  rules: pricing.rules,
  fields: {
    name: formula('text', path('product.name')),
    invoice: reference('commerce.invoice', { required: true, onDelete: 'cascade' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.invoiceLine': typeof invoiceLine;
  }
}
