import type { Grant } from '#kernel/policy.ts';

const visible = { or: [{ owner: { in: '$team' } }, { regarding: '$visible' }] };

/** What is done about a record is seen by all who see the record, and changed by who did it and those above. */
export const activityGrants: Readonly<Record<string, Grant<never>>> = {
  salesManager: { read: visible, create: true, update: 'team', delete: 'team', import: true },
  salesRepresentative: { read: visible, create: true, update: 'own', delete: 'own' },
};
