import { defineViews } from '#kernel/view.ts';

export const assetViews = defineViews(
  'commerce.asset',
  [
    {
      name: 'inUse',
      kind: 'table',
      columns: ['name', 'owned', 'account.name', 'serialNumber', 'since', 'warrantyUntil'],
      where: { owned: { gt: '0' } },
      sort: '-since',
    },
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'owned', 'condition', 'account.name', 'serialNumber', 'since', 'order.number'],
      sort: '-since',
    },
  ],
  {
    highlights: ['account', 'product', 'owned', 'condition', 'warrantyUntil'],
    sections: {
      details: [
        'account',
        'product',
        'quantity',
        'serialNumber',
        'since',
        'warrantyUntil',
        'condition',
        'owner',
        'order',
      ],
      quantities: ['returned', 'owned'],
      remarks: ['description', 'externalId'],
    },
  },
);
