import { defineViews } from '#kernel/view.ts';
import { openStatuses } from './case-status.ts';

const open = { status: { in: [...openStatuses] } };

export const caseViews = defineViews(
  'service.case',
  [
    {
      name: 'open',
      kind: 'table',
      columns: ['subject', 'number', 'account.name', 'kind', 'priority', 'status', 'openedAt', 'owner.name'],
      where: open,
      sort: 'openedAt',
    },
    {
      name: 'mine',
      kind: 'table',
      columns: ['subject', 'number', 'account.name', 'kind', 'priority', 'status', 'openedAt'],
      where: { ...open, owner: '$actor' },
      sort: 'openedAt',
    },
    {
      name: 'complaints',
      kind: 'table',
      columns: ['subject', 'account.name', 'priority', 'status', 'product.name', 'openedAt', 'owner.name'],
      where: { ...open, kind: 'complaint' },
      sort: 'openedAt',
    },
    {
      name: 'board',
      kind: 'board',
      columns: ['subject', 'account.name', 'priority', 'owner.name'],
      groupBy: 'status',
      sort: '-openedAt',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['subject', 'number', 'account.name', 'kind', 'status', 'openedAt', 'closedAt', 'owner.name'],
      sort: '-openedAt',
    },
  ],
  {
    highlights: ['account', 'priority', 'kind', 'openedAt', 'owner'],
    sections: {
      details: [
        'subject',
        'account',
        'contact',
        'product',
        'kind',
        'channel',
        'priority',
        'owner',
        'description',
      ],
      outcome: ['resolution', 'resolvedAt', 'closedAt'],
      remarks: ['number', 'status', 'openedAt', 'externalId'],
    },
    path: 'status',
  },
);
