import { definePolicy } from '#kernel/policy.ts';

/** A lead is its owner's and that of everyone above; one without an owner lies in the public pool for all to see. */
export const leadPolicy = definePolicy('sales.lead', {
  salesManager: {
    read: { or: [{ owner: { in: '$team' } }, { owner: null }] },
    create: true,
    update: { or: [{ owner: { in: '$team' } }, { owner: null }] },
    delete: 'team',
    import: true,
  },
  salesRepresentative: {
    read: { or: [{ owner: '$actor' }, { owner: null }] },
    create: true,
    update: 'own',
    delete: 'own',
  },
});
