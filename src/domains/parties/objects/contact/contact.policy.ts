import { definePolicy } from '#kernel/policy.ts';

/** Whoever sees a customer sees its people; a person without a customer is his owner's. */
export const contactPolicy = definePolicy('parties.contact', {
  salesManager: {
    read: { or: [{ owner: { in: '$team' } }, { account: '$visible' }] },
    create: true,
    update: { or: [{ owner: { in: '$team' } }, { account: '$visible' }] },
    delete: 'team',
    import: true,
  },
  salesRepresentative: {
    read: { or: [{ owner: '$actor' }, { account: '$visible' }] },
    create: true,
    update: { or: [{ owner: '$actor' }, { account: '$visible' }] },
    delete: 'own',
  },
});
