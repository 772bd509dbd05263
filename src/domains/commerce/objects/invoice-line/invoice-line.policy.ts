import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the invoice that it is part of. */
export const invoiceLinePolicy = definePolicy('commerce.invoiceLine', {
  accountant: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
});
