import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { methods } from './methods.ts';

/** Money that came in from a customer, for one invoice or on account. */
export const payment = defineObject({
  name: 'commerce.payment',
  icon: 'cash',
  nameField: 'number',
  defaultSort: '-paidOn',
  traits: [ownable],
  rules: [{ field: 'amount', code: 'notPositive', when: { amount: { lte: '0' } } }],
  fields: {
    number: autoNumber('PAY-{year}-{00000}'),
    account: reference('parties.account', { required: true, onDelete: 'restrict' }),
    invoice: reference('commerce.invoice', {
      onDelete: 'restrict',
      limit: { account: '$account', status: 'issued' },
    }),
    status: choice(
      { received: 'green', cancelled: 'red' },
      { required: true, default: 'received', transitions: { received: ['cancelled'], cancelled: [] } },
    ),
    amount: money({ required: true }),
    paidOn: date({ required: true, default: '$today', indexed: true }),
    method: choice(methods, { default: 'bankTransfer' }),
    bankReference: text({ search: 'text' }),
    remark: text(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.payment': typeof payment;
  }
}
