import { definePolicy } from '#kernel/policy.ts';

/** Colleagues see each other; administrators alone change them. */
export const userPolicy = definePolicy('administration.user', {
  salesManager: { read: 'all' },
  salesRepresentative: { read: 'all' },
});
