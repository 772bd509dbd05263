import { defineViews } from '#kernel/view.ts';

export const invoiceLineViews = defineViews(
  'commerce.invoiceLine',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'quantity', 'unitPrice', 'taxRate', 'amount', 'discount', 'tax', 'invoice.number'],
      sort: 'createdAt',
    },
  ],
  {
    highlights: ['product', 'quantity', 'amount', 'tax'],
    sections: {
      details: ['product', 'quantity', 'unitPrice', 'discount', 'taxRate', 'remark', 'invoice'],
      value: ['amount', 'tax'],
    },
  },
);
