import { definePolicy } from '#kernel/policy.ts';

/** Has the rights of the contact that it is part of. */
export const affiliationPolicy = definePolicy('parties.affiliation', {
  salesManager: { read: 'all', create: true, update: 'all', delete: 'all', import: true },
  salesRepresentative: { read: 'all', create: true, update: 'all', delete: 'all' },
});
