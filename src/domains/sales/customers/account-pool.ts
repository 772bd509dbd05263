import { defineAction } from '#kernel/action.ts';
import { asSystem, update } from '#kernel/change.ts';

/** Takes a customer out of the public pool. */
export const claimAccount = defineAction({
  name: 'sales.claimAccount',
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
  name: 'sales.releaseAccount',
  object: 'parties.account',
  icon: 'arrow-back-up',
  bulk: true,
  available: { owner: { isNull: false } },
  input: {},
  decide: (account) => ({ changes: [update('parties.account', account.id, { owner: null })] }),
});
