import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { dateTime } from '#kernel/field/date-time/date-time.ts';
import { formula } from '#kernel/field/formula/formula.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { percent } from '#kernel/field/percent/percent.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { rollup } from '#kernel/field/rollup/rollup.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineObject } from '#kernel/object.ts';
import { ownable } from '#kernel/traits/ownable.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { sources } from '../../sources.ts';
import { stageMoves, stages } from '../../stages/stages.ts';
import { lossReasons, winReasons } from './close-reasons.ts';
import { deriveOpportunity } from './opportunity.derive.ts';
import { daysInStage, expectedAmount, stageOverdue } from './opportunity.formulas.ts';
import { outcomeFields } from './outcome-fields.ts';

/** A chance to sell something to somebody, on its way to being won or lost. */
export const opportunity = defineObject({
  name: 'sales.opportunity',
  icon: 'target-arrow',
  traits: [ownable, regardable],
  derive: deriveOpportunity,
  indexes: [
    ['stage', 'closeDate'],
    ['owner', 'stage'],
    // The largest first, as whoever plans the week looks at them.
    ['-amount'],
  ],
  fieldRules: outcomeFields,
  fields: {
    name: text({ required: true, search: 'name' }),
    account: reference('parties.account'),
    contact: reference('parties.contact'),
    pipeline: reference('sales.pipeline', { timeline: false, onDelete: 'restrict' }),
    stage: choice(stages, {
      required: true,
      default: 'prospecting',
      transitions: stageMoves,
      ends: ['won', 'lost'],
    }),
    amount: money(),
    probability: percent(),
    expectedAmount: formula('money', expectedAmount),
    closeDate: date({ indexed: true }),
    product: reference('catalogue.product', { timeline: false }),
    source: choice(sources),
    nextStep: text(),
    engageDate: date(),
    stageSince: date({ readOnly: true, bookkeeping: true }),
    stageChangedAt: dateTime({ readOnly: true, bookkeeping: true }),
    stageLimit: integer({ readOnly: true, bookkeeping: true }),
    daysInStage: formula('decimal', daysInStage, { scale: 0 }),
    stageOverdue: formula('boolean', stageOverdue),
    lastTouchAt: rollup({ object: 'activities.touch', by: 'regarding', measure: 'max', field: 'at' }),
    closedAt: dateTime({ readOnly: true, bookkeeping: true }),
    winReason: choice(winReasons),
    lossReason: choice(lossReasons),
    competitor: text({ search: 'text' }),
    closeRemark: longText(),
    lineCount: rollup({ object: 'sales.opportunityLine', by: 'opportunity', measure: 'count' }),
    lineTotal: rollup({
      object: 'sales.opportunityLine',
      by: 'opportunity',
      measure: 'sum',
      field: 'amount',
    }),
    externalId: text({ maxLength: 100, unique: true, search: 'text' }),
    description: longText(),
  },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'sales.opportunity': typeof opportunity;
  }
}
