import { defineViews } from '#kernel/view.ts';

const live = { status: { nin: ['converted', 'unqualified'] } };

export const leadViews = defineViews(
  'sales.lead',
  [
    {
      name: 'open',
      kind: 'table',
      columns: ['name', 'company', 'title', 'status', 'score', 'source', 'mobile', 'owner.name', 'createdAt'],
      where: live,
      sort: '-score',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['name', 'company', 'status', 'score', 'mobile', 'source', 'createdAt'],
      where: { ...live, owner: '$actor' },
      sort: '-score',
    },
    {
      name: 'byStatus',
      kind: 'board',
      columns: ['name', 'company', 'score', 'source', 'owner.name'],
      groupBy: 'status',
      sum: 'budget',
      sort: '-score',
    },
    {
      name: 'pool',
      kind: 'table',
      columns: ['name', 'company', 'title', 'score', 'source', 'createdAt'],
      where: { ...live, owner: null },
    },
    {
      name: 'newThisWeek',
      kind: 'table',
      columns: ['name', 'company', 'score', 'source', 'owner.name', 'createdAt'],
      where: { createdAt: { in: 'thisWeek' } },
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'company', 'status', 'score', 'source', 'owner.name', 'createdAt'],
    },
  ],
  {
    highlights: ['company', 'status', 'score', 'mobile', 'owner'],
    sections: {
      person: ['lastName', 'firstName', 'title', 'company', 'industry', 'employees', 'owner'],
      reach: ['mobile', 'phone', 'email', 'wechat', 'website', 'address', 'doNotContact'],
      interest: [
        'status',
        'rating',
        'score',
        'interest',
        'budget',
        'unqualifiedReason',
        'description',
        'completeness',
      ],
      origin: ['source', 'firstTouchCampaign', 'landingPage', 'utm', 'consent', 'externalId'],
      conversion: ['convertedAt', 'convertedAccount', 'convertedContact', 'convertedOpportunity'],
    },
    path: 'status',
  },
);
