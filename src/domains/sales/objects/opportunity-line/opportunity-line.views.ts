import { defineViews } from '#kernel/view.ts';

export const opportunityLineViews = defineViews(
  'sales.opportunityLine',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'opportunity.name', 'quantity', 'unitPrice', 'discount', 'amount'],
    },
  ],
  {
    highlights: ['product', 'quantity', 'amount'],
    sections: {
      details: ['opportunity', 'product', 'quantity', 'unitPrice', 'discount', 'amount', 'remark'],
    },
  },
);
