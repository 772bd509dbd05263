import { defineViews } from '#kernel/view.ts';
import { openStages } from '../../stages/stages.ts';

const open = { stage: { in: openStages } };

export const opportunityViews = defineViews(
  'sales.opportunity',
  [
    {
      name: 'board',
      kind: 'board',
      columns: ['name', 'account.name', 'amount', 'closeDate', 'owner.name'],
      groupBy: 'stage',
      sum: 'amount',
      sort: 'closeDate',
    },
    {
      name: 'mineOpen',
      kind: 'table',
      columns: ['name', 'account.name', 'stage', 'amount', 'probability', 'closeDate', 'nextStep'],
      where: { ...open, owner: '$actor' },
      sort: 'closeDate',
    },
    {
      name: 'closingThisMonth',
      kind: 'table',
      columns: ['name', 'account.name', 'stage', 'amount', 'probability', 'closeDate', 'owner.name'],
      where: { ...open, closeDate: { in: 'thisMonth' } },
      sort: 'closeDate',
    },
    {
      name: 'stuck',
      kind: 'table',
      columns: ['name', 'account.name', 'stage', 'daysInStage', 'stageLimit', 'amount', 'owner.name'],
      where: { ...open, stageOverdue: true },
      sort: 'stageSince',
    },
    {
      name: 'won',
      kind: 'table',
      columns: ['name', 'account.name', 'amount', 'closeDate', 'winReason', 'owner.name'],
      where: { stage: 'won' },
      sort: '-closeDate',
    },
    {
      name: 'lost',
      kind: 'table',
      columns: ['name', 'account.name', 'amount', 'closeDate', 'lossReason', 'competitor', 'owner.name'],
      where: { stage: 'lost' },
      sort: '-closeDate',
    },
    { name: 'calendar', kind: 'calendar', columns: ['name', 'account.name', 'amount'], groupBy: 'closeDate' },
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'account.name', 'stage', 'amount', 'probability', 'closeDate', 'owner.name'],
    },
  ],
  {
    highlights: ['amount', 'probability', 'closeDate', 'account', 'owner'],
    sections: {
      deal: ['name', 'account', 'contact', 'owner', 'pipeline', 'stage', 'source', 'nextStep'],
      value: ['amount', 'probability', 'expectedAmount', 'product', 'lineCount', 'lineTotal'],
      time: [
        'closeDate',
        'engageDate',
        'stageSince',
        'daysInStage',
        'stageLimit',
        'stageOverdue',
        'lastTouchAt',
      ],
      outcome: ['winReason', 'lossReason', 'competitor', 'closedAt', 'closeRemark'],
      remarks: ['externalId', 'description'],
    },
    path: 'stage',
  },
);
