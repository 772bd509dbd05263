import { defineViews } from '#kernel/view.ts';

export const quoteLineViews = defineViews(
  'sales.quoteLine',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'quantity', 'unitPrice', 'discount', 'taxRate', 'amount', 'tax', 'quote.number'],
      sort: 'createdAt',
    },
  ],
  {
    highlights: ['product', 'quantity', 'amount', 'tax'],
    sections: {
      details: ['product', 'quantity', 'unitPrice', 'discount', 'taxRate', 'remark', 'quote'],
      value: ['amount', 'tax'],
    },
  },
);
