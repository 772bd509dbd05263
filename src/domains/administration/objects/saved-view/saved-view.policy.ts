import { definePolicy } from '#kernel/policy.ts';

/** Everybody keeps views of his own and may offer them to all; what an object opens with is the administrator's to say. */
export const savedViewPolicy = definePolicy('administration.savedView', {
  everyone: {
    read: { or: [{ owner: '$actor' }, { everybody: true }] },
    create: true,
    update: 'own',
    delete: 'own',
    fields: { standard: 'read' },
  },
});
