import { defineViews } from '#kernel/view.ts';
import { openLeads } from './lead-status.ts';

const live = openLeads;

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
      name: 'late',
      kind: 'table',
      columns: ['name', 'company', 'firstTouchDueAt', 'score', 'mobile', 'source', 'owner.name'],
      where: { ...live, firstTouchLate: true, firstTouchedAt: null },
      sort: 'firstTouchDueAt',
    },
    {
      name: 'quiet',
      kind: 'table',
      columns: ['name', 'company', 'status', 'quietSince', 'score', 'mobile', 'owner.name'],
      where: { ...live, owner: { isNull: false } },
      sort: 'quietSince',
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
    {
      name: 'incomplete',
      kind: 'table',
      columns: ['name', 'completeness', 'company', 'status', 'mobile', 'email', 'owner.name'],
      where: live,
      sort: 'completeness',
    },
  ],
  {
    highlights: ['company', 'status', 'score', 'mobile', 'owner'],
    sections: {
      person: ['lastName', 'firstName', 'title', 'company', 'industry', 'employees', 'owner'],
      reach: ['mobile', 'phone', 'email', 'wechat', 'website', 'address', 'position', 'doNotContact'],
      permissions: ['marketingByEmail', 'marketingByPhone', 'marketingByWechat', 'newsletterByEmail'],
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
      care: [
        'routing',
        'routingRule',
        'routingDetail',
        'assignedAt',
        'firstTouchDueAt',
        'firstTouchedAt',
        'lastTouchAt',
        'nurtureUntil',
      ],
      origin: [
        'source',
        'firstTouchCampaign',
        'leadForm',
        'landingPage',
        'referrer',
        'utm',
        'knownContact',
        'earlierLead',
        'externalId',
      ],
      conversion: ['convertedAt', 'convertedAccount', 'convertedContact', 'convertedOpportunity'],
    },
    path: 'status',
  },
);
