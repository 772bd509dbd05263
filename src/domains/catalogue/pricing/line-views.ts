import type { ObjectName } from '#kernel/object-name.ts';
import { defineViews, type Views } from '#kernel/view.ts';

/** How the lines of a document are seen; `whole` is their reference to it, `further` what else their page shows. */
export function lineViews(line: ObjectName, whole: string, ...further: readonly string[]): Views {
  const columns = [
    'name',
    'quantity',
    'unitPrice',
    'taxRate',
    'amount',
    'discount',
    'tax',
    `${whole}.number`,
  ];
  const details = ['product', 'quantity', 'unitPrice', 'discount', 'taxRate', 'remark', whole, ...further];
  return defineViews(line, [{ name: 'all', kind: 'table', columns: columns as never, sort: 'createdAt' }], {
    highlights: ['product', 'quantity', 'amount', 'tax'] as never,
    sections: { details: details as never, value: ['amount', 'tax'] as never },
  });
}
