import { defineAction } from '#kernel/action.ts';
import { asSystem, update } from '#kernel/change.ts';

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

/** Takes a customer out of the public pool. */
export const claimAccount = defineAction({
  name: 'parties.claimAccount',
  object: 'parties.account',
  icon: 'hand-grab',
  bulk: true,
  available: { owner: null, archivedAt: null },
  roles: ['salesManager', 'salesRepresentative'],
  input: {},
  decide: (account, _, { actor }) => ({
    changes: [
      asSystem(
        'Whoever sees the pool may take from it.',
        update('parties.account', account.id, { owner: actor.id }),
      ),
    ],
  }),
});

/** Puts a customer back into the public pool. */
export const releaseAccount = defineAction({
  name: 'parties.releaseAccount',
  object: 'parties.account',
  icon: 'arrow-back-up',
  bulk: true,
  available: { owner: { isNull: false } },
  input: {},
  decide: (account) => ({ changes: [update('parties.account', account.id, { owner: null })] }),
});
