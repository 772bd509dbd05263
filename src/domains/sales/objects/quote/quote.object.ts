import { pricing } from '#domains/catalogue/api.ts';
import { call, given, literal, path } from '#kernel/expression/expression.ts';
import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';

/** An offer to a customer: what, at what price, until when. */
export const quote = defineObject({
  name: 'sales.quote',
  icon: 'file-dollar',
  nameField: 'number',
  defaultSort: '-quotedOn',
  traits: [ownable, regardable],
  derive: pricing.amountOfLines,
  rules: [{ field: 'amount', code: 'negative', when: { amount: { lt: '0' } } }],
  fields: {
    number: autoNumber('Q-{year}-{00000}'),
    subject: text({ search: 'text' }),
    account: reference('parties.account', { required: true, onDelete: 'restrict' }),
    contact: reference('parties.contact'),
    opportunity: reference('sales.opportunity'),
    status: choice(
      { draft: 'grey', sent: 'blue', accepted: 'green', declined: 'red' },
      {
        required: true,
        default: 'draft',
        transitions: {
          draft: ['sent', 'accepted', 'declined'],
          sent: ['accepted', 'declined', 'draft'],
          accepted: [],
          declined: ['draft'],
        },
        ends: ['accepted', 'declined'],
      },
    ),
    quotedOn: date({ required: true, default: '$today' }),
    validUntil: date(),
    expired: formula(
      'boolean',
      call(
        'and',
        call('in', path('status'), literal('list', ['draft', 'sent'])),
        call('lt', path('validUntil'), given('today')),
      ),
    ),
    ...pricing.linesTotal('sales.quoteLine', 'quote'),
    answeredOn: date({ readOnly: true }),
    declineReason: text(),
    terms: longText(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.quote': typeof quote;
  }
}
