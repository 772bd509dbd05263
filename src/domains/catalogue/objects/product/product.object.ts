import { boolean } from '#kernel/field/boolean/boolean.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';

/** Something that the company sells. */
export const product = defineObject({
  name: 'catalogue.product',
  icon: 'package',
  defaultSort: 'name',
  fields: {
    name: text({ required: true, unique: true, search: 'name' }),
    code: text({ maxLength: 60, unique: true, search: 'text' }),
    series: text({ search: 'text' }),
    price: money(),
    unit: text({ maxLength: 20 }),
    active: boolean({ required: true, default: true }),
    description: longText(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'catalogue.product': typeof product;
  }
}
