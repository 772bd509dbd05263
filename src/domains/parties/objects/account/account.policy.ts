import { definePolicy } from '#kernel/policy.ts';

/**
 * A customer is its owner's, that of the people who work on it together, and of everyone above the owner; customers
 * without an owner are the common pool.
 */
export const accountPolicy = definePolicy('parties.account', {
  salesManager: {
    read: { or: [{ owner: { in: '$team' } }, { owner: null }, { collaborators: { contains: '$actor' } }] },
    create: true,
    update: { or: [{ owner: { in: '$team' } }, { owner: null }] },
    delete: 'team',
    import: true,
  },
  salesRepresentative: {
    read: { or: [{ owner: '$actor' }, { owner: null }, { collaborators: { contains: '$actor' } }] },
    create: true,
    update: { or: [{ owner: '$actor' }, { collaborators: { contains: '$actor' } }] },
    delete: 'own',
  },
});
