import { defineViews } from '#kernel/view.ts';

export const ledgerEntryViews = defineViews(
  'commerce.ledgerEntry',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['number', 'kind', 'date', 'effect', 'balance', 'amount', 'status', 'account.name'],
      sort: '-date',
    },
    {
      name: 'owed',
      kind: 'table',
      columns: ['number', 'kind', 'date', 'effect', 'balance', 'account.name'],
      where: { effect: { isNull: false } },
      sort: '-date',
    },
  ],
  {
    highlights: ['account', 'kind', 'amount', 'balance', 'date'],
    sections: {
      details: ['record', 'account', 'kind', 'status', 'date', 'owner'],
      value: ['amount', 'effect', 'balance'],
    },
  },
);
