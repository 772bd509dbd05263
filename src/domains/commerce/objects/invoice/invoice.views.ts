import { defineViews } from '#kernel/view.ts';

export const invoiceViews = defineViews(
  'commerce.invoice',
  [
    {
      name: 'open',
      kind: 'table',
      columns: ['number', 'account.name', 'amount', 'open', 'issuedOn', 'dueOn', 'overdue', 'owner.name'],
      where: { status: 'issued' },
      sort: 'dueOn',
    },
    {
      name: 'overdue',
      kind: 'table',
      columns: ['number', 'account.name', 'amount', 'open', 'dueOn', 'owner.name'],
      where: { status: 'issued', dueOn: { lt: '$today' } },
      sort: 'dueOn',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['number', 'account.name', 'status', 'amount', 'open', 'issuedOn', 'dueOn', 'owner.name'],
      sort: '-issuedOn',
    },
  ],
  {
    highlights: ['account', 'amount', 'open', 'dueOn', 'overdue', 'owner'],
    sections: {
      details: ['account', 'contact', 'order', 'subject', 'status', 'owner', 'issuedOn', 'dueOn'],
      value: ['net', 'tax', 'amount', 'paid', 'credited', 'open'],
      remarks: ['remark', 'externalId'],
    },
    path: 'status',
    opensOn: 'related',
  },
);
