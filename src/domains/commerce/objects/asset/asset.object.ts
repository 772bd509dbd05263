import Big from 'big.js';
import { path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { decimal } from '#kernel/field/decimal/decimal.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';

/** What a customer has of a product: what was delivered less what came back. */
export const asset = defineObject({
  name: 'commerce.asset',
  icon: 'device-desktop',
  traits: [ownable, regardable],
  defaultSort: '-since',
  derive: ({ quantity, returned, condition }) => {
    const owned = new Big(String(quantity ?? 0)).minus(String(returned ?? 0));
    return {
      owned: owned.toFixed(2),
      ...(owned.eq(0) && condition === 'inUse' ? { condition: 'gone' } : {}),
    };
  },
  rules: [
    { field: 'quantity', code: 'negative', when: { quantity: { lt: '0' } } },
    { field: 'owned', code: 'moreThanOwned', when: { owned: { lt: '0' } } },
  ],
  fields: {
    name: formula('text', path('product.name')),
    account: reference('parties.account', { required: true, onDelete: 'restrict', timeline: false }),
    product: reference('catalogue.product', { required: true, onDelete: 'restrict', timeline: false }),
    order: reference('commerce.order'),
    serialNumber: text({ maxLength: 100, indexed: true, search: 'text' }),
    condition: choice({ inUse: 'green', retired: 'grey', gone: 'amber' }, { default: 'inUse' }),
    quantity: decimal({ required: true, default: '1' }),
    returned: decimal({
      total: { object: 'commerce.returnLine', by: 'asset', field: 'quantity', where: { completed: true } },
    }),
    owned: decimal({ readOnly: true }),
    since: date({ required: true, default: '$today' }),
    warrantyUntil: date(),
    description: longText(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.asset': typeof asset;
  }
}
