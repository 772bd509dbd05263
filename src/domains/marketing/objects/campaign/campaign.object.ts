import { call, literal, path } from '#kernel/expression/expression.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { responses } from '../campaign-member/member-status.ts';
import { kinds, statusField } from './campaign-choices.ts';

const members = { object: 'marketing.campaignMember', by: 'campaign', measure: 'count' } as const;
const answered = path('responseCount');

/** Something done for a time to reach many people at once; may be part of a larger one. */
export const campaign = defineObject({
  name: 'marketing.campaign',
  icon: 'speakerphone',
  defaultSort: '-startsOn',
  traits: [ownable, regardable],
  indexes: [['status', '-startsOn']],
  rules: [
    { field: 'budget', code: 'negative', when: { budget: { lt: '0' } } },
    { field: 'actualCost', code: 'negative', when: { actualCost: { lt: '0' } } },
    { field: 'expectedResponses', code: 'negative', when: { expectedResponses: { lt: 0 } } },
  ],
  fields: {
    name: text({ required: true, search: 'name' }),
    kind: choice(kinds, { required: true, default: 'email' }),
    status: statusField,
    startsOn: date({ indexed: true }),
    endsOn: date(),
    parent: reference('marketing.campaign', { acyclic: true }),
    audience: text(),
    budget: money(),
    actualCost: money(),
    expectedResponses: integer(),
    memberCount: rollup(members),
    responseCount: rollup({ ...members, where: { status: { in: [...responses] } } }),
    responseRate: formula(
      'percent',
      call('multiply', call('divide', answered, path('memberCount')), literal('number', '100')),
      { scale: 1 },
    ),
    costPerResponse: formula('money', call('divide', path('actualCost'), answered)),
    description: longText({ search: 'text' }),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'marketing.campaign': typeof campaign;
  }
}
