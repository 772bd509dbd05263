import { defineViews } from '#kernel/view.ts';

export const goodsReturnViews = defineViews(
  'commerce.return',
  [
    {
      name: 'all',
      kind: 'table',
      columns: [
        'number',
        'account.name',
        'status',
        'reason',
        'amount',
        'returnedOn',
        'order.number',
        'owner.name',
      ],
      sort: '-returnedOn',
    },
    {
      name: 'byReason',
      kind: 'board',
      columns: ['number', 'account.name', 'amount', 'returnedOn'],
      groupBy: 'reason',
      sum: 'amount',
      sort: '-returnedOn',
    },
  ],
  {
    highlights: ['account', 'amount', 'reason', 'returnedOn', 'owner'],
    sections: {
      details: ['account', 'contact', 'order', 'invoice', 'status', 'reason', 'returnedOn', 'owner'],
      value: ['net', 'tax', 'amount'],
      remarks: ['remark', 'externalId'],
    },
    path: 'status',
    opensOn: 'related',
  },
);
