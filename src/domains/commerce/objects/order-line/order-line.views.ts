import { defineViews } from '#kernel/view.ts';

export const orderLineViews = defineViews(
  'commerce.orderLine',
  [
    {
      name: 'all',
      kind: 'table',
      columns: ['name', 'quantity', 'unitPrice', 'taxRate', 'amount', 'discount', 'tax', 'order.number'],
      sort: 'createdAt',
    },
  ],
  {
    highlights: ['product', 'quantity', 'amount', 'tax'],
    sections: {
      details: ['product', 'quantity', 'unitPrice', 'discount', 'taxRate', 'remark', 'order'],
      value: ['amount', 'tax'],
    },
  },
);
