import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { money } from '#kernel/field/money/money.ts';
import { text } from '#kernel/field/text/text.ts';
import { openStages, type StageName, stages } from '../../stages/stages.ts';
import { lossReasons, winReasons } from './close-reasons.ts';

/** The customer has said yes. */
export const winOpportunity = defineAction({
  name: 'sales.winOpportunity',
  object: 'sales.opportunity',
  icon: 'trophy',
  primary: true,
  available: { stage: { in: openStages } },
  input: {
    winReason: choice(winReasons),
    amount: money(),
    closeDate: date({ default: '$today' }),
    closeRemark: longText(),
  },
  decide: (deal, { winReason, amount, closeDate, closeRemark }) => ({
    changes: [
      update('sales.opportunity', deal.id, {
        stage: 'won',
        winReason,
        amount: amount ?? deal.amount,
        closeDate,
        closeRemark: closeRemark ?? deal.closeRemark,
      }),
    ],
  }),
});

/** The customer has said no, or nothing for too long. */
export const loseOpportunity = defineAction({
  name: 'sales.loseOpportunity',
  object: 'sales.opportunity',
  icon: 'mood-sad',
  available: { stage: { in: openStages } },
  input: {
    lossReason: choice(lossReasons, { required: true }),
    competitor: text(),
    closeDate: date({ default: '$today' }),
    closeRemark: longText(),
  },
  decide: (deal, { lossReason, competitor, closeDate, closeRemark }) => ({
    changes: [
      update('sales.opportunity', deal.id, {
        stage: 'lost',
        lossReason,
        competitor: competitor ?? deal.competitor,
        closeDate,
        closeRemark: closeRemark ?? deal.closeRemark,
      }),
    ],
  }),
});

/** There is a chance again. */
export const reopenOpportunity = defineAction({
  name: 'sales.reopenOpportunity',
  object: 'sales.opportunity',
  icon: 'refresh',
  available: { stage: { in: ['won', 'lost'] } },
  input: { stage: choice(stages, { required: true, default: 'negotiation' }) },
  decide: (deal, { stage }) => ({
    changes: [update('sales.opportunity', deal.id, { stage: stage as StageName })],
  }),
});
