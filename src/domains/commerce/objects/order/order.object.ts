import { pricing } from '#domains/catalogue/api.ts';
import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { billed } from '../../states.ts';

/** What a customer has ordered. */
export const order = defineObject({
  name: 'commerce.order',
  icon: 'shopping-cart',
  nameField: 'number',
  defaultSort: '-orderedOn',
  traits: [ownable, regardable],
  derive: pricing.amountOfLines,
  rules: [{ field: 'amount', code: 'negative', when: { amount: { lt: '0' } } }],
  fields: {
    number: autoNumber('O-{year}-{00000}'),
    subject: text({ search: 'text' }),
    account: reference('parties.account', { required: true, onDelete: 'restrict' }),
    contact: reference('parties.contact'),
    status: choice(
      { draft: 'grey', placed: 'blue', delivered: 'green', cancelled: 'red' },
      {
        required: true,
        default: 'draft',
        transitions: {
          draft: ['placed', 'cancelled'],
          placed: ['delivered', 'cancelled'],
          delivered: [],
          cancelled: [],
        },
        ends: ['delivered', 'cancelled'],
      },
    ),
    orderedOn: date({ required: true, default: '$today', indexed: true }),
    deliveredOn: date({ readOnly: true }),
    paymentDays: integer({ default: 30 }),
    ...pricing.linesTotal('commerce.orderLine', 'order'),
    invoiced: money({ total: { object: 'commerce.invoice', by: 'order', field: 'amount', where: billed } }),
    customerReference: text({ search: 'text' }),
    remark: longText(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.order': typeof order;
  }
}
