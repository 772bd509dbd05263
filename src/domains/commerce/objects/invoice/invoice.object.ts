import { pricing } from '#domains/catalogue/api.ts';
import { call, given, path } from '#kernel/expression/expression.ts';
import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { received, returned } from '../../states.ts';
import { deriveInvoice } from './invoice.derive.ts';

/** What a customer is to pay. What is still open of it follows from the payments and returns that name it. */
export const invoice = defineObject({
  name: 'commerce.invoice',
  icon: 'receipt',
  nameField: 'number',
  defaultSort: '-issuedOn',
  traits: [ownable, regardable],
  derive: deriveInvoice,
  rules: [
    { field: 'amount', code: 'negative', when: { amount: { lt: '0' } } },
    { field: 'open', code: 'moreThanOpen', when: { open: { lt: '0' } } },
  ],
  indexes: [['status', 'dueOn']],
  fields: {
    number: autoNumber('INV-{year}-{00000}'),
    subject: text({ search: 'text' }),
    account: reference('parties.account', { required: true, onDelete: 'restrict' }),
    contact: reference('parties.contact'),
    order: reference('commerce.order'),
    status: choice(
      { draft: 'grey', issued: 'blue', paid: 'green', cancelled: 'red' },
      {
        required: true,
        default: 'draft',
        transitions: {
          draft: ['issued', 'paid', 'cancelled'],
          issued: ['paid', 'cancelled'],
          paid: ['issued'],
          cancelled: [],
        },
        ends: ['paid', 'cancelled'],
      },
    ),
    issuedOn: date({ required: true, default: '$today', indexed: true }),
    dueOn: date(),
    ...pricing.linesTotal('commerce.invoiceLine', 'invoice'),
    paid: money({ total: { object: 'commerce.payment', by: 'invoice', field: 'amount', where: received } }),
    credited: money({
      total: { object: 'commerce.return', by: 'invoice', field: 'amount', where: returned },
    }),
    open: money({ readOnly: true }),
    overdue: formula(
      'boolean',
      call(
        'and',
        call('eq', path('status'), { node: 'literal', kind: 'text', value: 'issued' }),
        call('lt', path('dueOn'), given('today')),
      ),
    ),
    remark: longText(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.invoice': typeof invoice;
  }
}
