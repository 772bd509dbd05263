import { defineViews } from '#kernel/view.ts';

export const quoteLineViews = defineViews(
  'sales.quoteLine',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'quantity', 'unitPrice', 'taxRate', 'amount', 'discount', 'tax', 'quote.number'],
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
