import { defineViews } from '#kernel/view.ts';
import { ordered } from '../../states.ts';

export const orderViews = defineViews(
  'commerce.order',
  [
    {
      name: 'open',
      kind: 'table',
      columns: ['number', 'account.name', 'subject', 'status', 'amount', 'orderedOn', 'owner.name'],
      where: { status: { in: ['draft', 'placed'] } },
      sort: '-orderedOn',
    },
    {
      name: 'toInvoice',
      kind: 'table',
      columns: ['number', 'account.name', 'status', 'amount', 'orderedOn', 'deliveredOn', 'owner.name'],
      where: { ...ordered, invoiced: null },
      sort: 'orderedOn',
    },
    {
      name: 'board',
      kind: 'board',
      columns: ['number', 'account.name', 'amount', 'orderedOn'],
      groupBy: 'status',
      sum: 'amount',
      sort: '-orderedOn',
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
        'invoiced',
        'orderedOn',
        'owner.name',
      ],
      sort: '-orderedOn',
    },
  ],
  {
    highlights: ['account', 'amount', 'invoiced', 'orderedOn', 'owner'],
    sections: {
      details: [
        'account',
        'contact',
        'subject',
        'status',
        'owner',
        'orderedOn',
        'deliveredOn',
        'paymentDays',
      ],
      value: ['net', 'tax', 'amount', 'invoiced'],
      remarks: ['customerReference', 'remark', 'externalId'],
    },
    path: 'status',
    opensOn: 'related',
  },
);
