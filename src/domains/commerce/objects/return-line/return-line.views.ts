import { defineViews } from '#kernel/view.ts';

export const returnLineViews = defineViews(
  'commerce.returnLine',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'quantity', 'unitPrice', 'taxRate', 'amount', 'discount', 'tax', 'return.number'],
      sort: 'createdAt',
    },
  ],
  {
    highlights: ['product', 'quantity', 'amount', 'tax'],
    sections: {
      details: ['product', 'quantity', 'unitPrice', 'discount', 'taxRate', 'remark', 'return', 'asset'],
      value: ['amount', 'tax'],
    },
  },
);
