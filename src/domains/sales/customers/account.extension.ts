import { defineExtension } from '#kernel/extension.ts';
import { accountFields } from './account-fields.ts';
import { claimAccount, releaseAccount } from './account-pool.ts';
import { transferAccount } from './transfer-account.ts';

/**
 * A customer is its owner's, that of the people who work on it together, and of everyone above the owner; customers
 * without an owner are the public pool.
 */
export const accountExtension = defineExtension('parties.account', {
  fields: accountFields,
  sections: { deals: ['openOpportunities', 'openAmount', 'wonThisYear', 'wonAmount', 'lastWonOn'] },
  actions: [transferAccount, claimAccount, releaseAccount],
  grants: {
    salesManager: {
      read: { or: [{ owner: { in: '$team' } }, { owner: null }, { collaborators: { contains: '$actor' } }] },
      create: true,
      update: { or: [{ owner: { in: '$team' } }, { owner: null }] },
      delete: 'team',
      import: true,
    },
    salesRepresentative: {
      read: { or: [{ owner: { in: '$team' } }, { owner: null }, { collaborators: { contains: '$actor' } }] },
      create: true,
      update: { or: [{ owner: { in: '$team' } }, { collaborators: { contains: '$actor' } }] },
      delete: 'own',
    },
  },
});
