import { definePolicy } from '#kernel/policy.ts';

/** Everybody keeps reports of his own and may offer them to all: in them each sees what he may. */
export const reportPolicy = definePolicy('reporting.report', {
  everyone: {
    read: { or: [{ owner: '$actor' }, { everybody: true }] },
    create: true,
    update: 'own',
    delete: 'own',
  },
});
