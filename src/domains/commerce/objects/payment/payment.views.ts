import { defineViews } from '#kernel/view.ts';

export const paymentViews = defineViews(
  'commerce.payment',
  [
    {
      name: 'all',
      kind: 'table',
      columns: [
        'number',
        'account.name',
        'amount',
        'status',
        'paidOn',
        'method',
        'invoice.number',
        'owner.name',
      ],
      sort: '-paidOn',
    },
    {
      name: 'onAccount',
      kind: 'table',
      columns: ['number', 'account.name', 'amount', 'paidOn', 'method', 'bankReference'],
      where: { status: 'received', invoice: null },
      sort: '-paidOn',
    },
  ],
  {
    highlights: ['account', 'amount', 'paidOn', 'method', 'invoice'],
    sections: {
      details: ['account', 'invoice', 'status', 'amount', 'paidOn', 'method', 'owner'],
      remarks: ['bankReference', 'remark', 'externalId'],
    },
    path: 'status',
  },
);
