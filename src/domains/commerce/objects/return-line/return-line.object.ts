import { pricing } from '#domains/catalogue/api.ts';
import { path } from '#kernel/expression/expression.ts';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { defineObject } from '#kernel/object.ts';

/** So much of one product that comes back, at the price at which it is credited. */
export const returnLine = defineObject({
  name: 'commerce.returnLine',
  icon: 'list-details',
  partOf: 'return',
  defaultSort: 'createdAt',
  traits: [pricing.trait],
  derive: pricing.line,
  rules: pricing.rules,
  fields: {
    name: formula('text', path('product.name')),
    return: reference('commerce.return', { required: true, onDelete: 'cascade' }),
    asset: reference('commerce.asset', { onDelete: 'restrict', timeline: false }),
    completed: boolean({ readOnly: true, default: false }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.returnLine': typeof returnLine;
  }
}
