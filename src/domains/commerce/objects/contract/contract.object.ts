import { call, given, literal, path } from '#kernel/expression/expression.ts';
import { autoNumber } from '#kernel/field/auto-number/auto-number.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { file } from '#kernel/field/file/file.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';

/** What the company and a customer have agreed on for a time. */
export const contract = defineObject({
  name: 'commerce.contract',
  icon: 'contract',
  traits: [ownable, regardable],
  rules: [{ field: 'amount', code: 'negative', when: { amount: { lt: '0' } } }],
  fields: {
    name: text({ required: true, search: 'name' }),
    number: autoNumber('K-{year}-{00000}'),
    account: reference('parties.account', { required: true, onDelete: 'restrict' }),
    contact: reference('parties.contact'),
    status: choice(
      { draft: 'grey', active: 'green', ended: 'amber', cancelled: 'red' },
      {
        required: true,
        default: 'draft',
        transitions: {
          draft: ['active', 'cancelled'],
          active: ['ended', 'cancelled'],
          ended: ['active'],
          cancelled: [],
        },
        ends: ['ended', 'cancelled'],
      },
    ),
    kind: choice({ supply: 'blue', service: 'teal', framework: 'violet', other: 'grey' }),
    amount: money(),
    startsOn: date(),
    endsOn: date({ indexed: true }),
    endsSoon: formula(
      'boolean',
      call(
        'and',
        call('eq', path('status'), literal('text', 'active')),
        call('lte', call('daysBetween', given('today'), path('endsOn')), literal('number', '60')),
      ),
    ),
    document: file(),
    description: longText(),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'commerce.contract': typeof contract;
  }
}
