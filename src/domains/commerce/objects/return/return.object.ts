import { pricing } from '#domains/catalogue/api.ts';
import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';

/** Goods that come back, and the credit that the customer has for them. */
export const goodsReturn = defineObject({
  name: 'commerce.return',
  icon: 'arrow-back-up',
  nameField: 'number',
  defaultSort: '-returnedOn',
  traits: [ownable, regardable],
  derive: pricing.amountOfLines,
  rules: [{ field: 'amount', code: 'negative', when: { amount: { lt: '0' } } }],
  fields: {
    number: autoNumber('R-{year}-{00000}'),
    account: reference('parties.account', { required: true, onDelete: 'restrict' }),
    contact: reference('parties.contact'),
    order: reference('commerce.order'),
    invoice: reference('commerce.invoice', { onDelete: 'restrict', limit: { account: '$account' } }),
    status: choice(
      { draft: 'grey', completed: 'green', cancelled: 'red' },
      {
        required: true,
        default: 'draft',
        transitions: { draft: ['completed', 'cancelled'], completed: [], cancelled: [] },
        ends: ['completed', 'cancelled'],
      },
    ),
    reason: choice({
      defect: 'red',
      wrongItem: 'orange',
      damaged: 'orange',
      notNeeded: 'grey',
      goodwill: 'blue',
      other: 'grey',
    }),
    returnedOn: date({ required: true, default: '$today', indexed: true }),
    ...pricing.linesTotal('commerce.returnLine', 'return'),
    remark: longText(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.return': typeof goodsReturn;
  }
}
