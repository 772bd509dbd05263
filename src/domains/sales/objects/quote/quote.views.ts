import { defineViews } from '#kernel/view.ts';

const open = { status: { in: ['draft', 'sent'] } };

export const quoteViews = defineViews(
  'sales.quote',
  [
    {
      name: 'open',
      kind: 'table',
      columns: [
        'number',
        'account.name',
        'subject',
        'status',
        'amount',
        'quotedOn',
        'validUntil',
        'owner.name',
      ],
      where: open,
      sort: 'validUntil',
    },
    {
      name: 'expired',
      kind: 'table',
      columns: ['number', 'account.name', 'subject', 'status', 'amount', 'validUntil', 'owner.name'],
      where: { ...open, expired: true },
      sort: 'validUntil',
    },
    {
      name: 'board',
      kind: 'board',
      columns: ['number', 'account.name', 'amount', 'validUntil'],
      groupBy: 'status',
      sum: 'amount',
      sort: '-quotedOn',
    },
    {
      name: 'all',
      kind: 'table',
      columns: [
        'number',
        'account.name',
        'subject',
        'status',
        'amount',
        'quotedOn',
        'validUntil',
        'owner.name',
      ],
      sort: '-quotedOn',
    },
  ],
  {
    highlights: ['account', 'amount', 'validUntil', 'expired', 'owner'],
    sections: {
      details: ['account', 'contact', 'opportunity', 'subject', 'status', 'owner', 'quotedOn', 'validUntil'],
      value: ['net', 'tax', 'amount'],
      outcome: ['answeredOn', 'declineReason'],
      remarks: ['terms', 'externalId'],
    },
    path: 'status',
    opensOn: 'related',
  },
);
