import { defineAction } from '#kernel/action.ts';
import { update } from '#kernel/change.ts';

/** Puts a customer out of sight without losing anything. */
export const archiveAccount = defineAction({
  name: 'parties.archiveAccount',
  object: 'parties.account',
  icon: 'archive',
  bulk: true,
  available: { archivedAt: null },
  input: {},
  decide: (account, _, { now }) => ({
    changes: [update('parties.account', account.id, { archivedAt: now })],
  }),
});

export const unarchiveAccount = defineAction({
  name: 'parties.unarchiveAccount',
  object: 'parties.account',
  icon: 'archive-off',
  bulk: true,
  available: { archivedAt: { isNull: false } },
  input: {},
  decide: (account) => ({ changes: [update('parties.account', account.id, { archivedAt: null })] }),
});
