import { defineGuard, type Guard } from '#kernel/guard.ts';
import type { ObjectName } from '#kernel/object-name.ts';

/** What determines a line's price. */
const parts = ['product', 'quantity', 'unitPrice', 'discount', 'taxRate'];

/** A line is changed only while the document that it is part of is a draft. */
export function lineGuard(line: ObjectName, document: ObjectName, by: string): Guard {
  return defineGuard({
    object: line,
    fields: [...parts, by] as never,
    async check({ before }, decision) {
      if (before === undefined) return [];
      const whole = await decision.read(document, (before as unknown as Record<string, string>)[by] ?? '');
      const { status } = whole as unknown as { readonly status: string };
      return status === 'draft' ? [] : [{ field: 'product', code: 'onlyWhileDraft' }];
    },
  });
}
