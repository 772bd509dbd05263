import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the order that it is part of. */
export const orderLinePolicy = definePolicy('commerce.orderLine', {
  accountant: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
});
