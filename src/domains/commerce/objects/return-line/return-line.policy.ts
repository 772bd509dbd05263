import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the return that it is part of. */
export const returnLinePolicy = definePolicy('commerce.returnLine', {
  accountant: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
});
