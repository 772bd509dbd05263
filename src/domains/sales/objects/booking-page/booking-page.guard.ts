import { defineGuard } from '#kernel/guard.ts';

/** When somebody is free, he alone tells the world; an administrator can do so for him. */
export const bookingPageGuard = defineGuard({
  object: 'sales.bookingPage',
  fields: ['owner'],
  check({ after: { owner } }, { actor: { id, roles } }) {
    if (owner === null) return [{ field: 'owner', code: 'required' }];
    if (id === owner || id === '' || roles.includes('administrator')) return [];
    return [{ field: 'owner', code: 'bookingOfOthers' }];
  },
});
