import { defineViews } from '#kernel/view.ts';

export const contractViews = defineViews(
  'commerce.contract',
  [
    {
      name: 'active',
      kind: 'table',
      columns: ['name', 'number', 'account.name', 'kind', 'amount', 'startsOn', 'endsOn', 'owner.name'],
      where: { status: 'active' },
      sort: 'endsOn',
    },
    {
      name: 'endsSoon',
      kind: 'table',
      columns: ['name', 'account.name', 'kind', 'amount', 'endsOn', 'owner.name'],
      where: { endsSoon: true },
      sort: 'endsOn',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'number', 'account.name', 'status', 'amount', 'startsOn', 'endsOn', 'owner.name'],
      sort: '-startsOn',
    },
  ],
  {
    highlights: ['account', 'kind', 'amount', 'endsOn', 'owner'],
    sections: {
      details: ['name', 'number', 'account', 'contact', 'status', 'kind', 'owner'],
      time: ['startsOn', 'endsOn', 'endsSoon'],
      value: ['amount', 'document'],
      remarks: ['description', 'externalId'],
    },
    path: 'status',
  },
);
