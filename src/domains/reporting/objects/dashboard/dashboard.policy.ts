import { definePolicy } from '#kernel/policy.ts';

/** Everybody keeps dashboards of his own and may offer them to all. */
export const dashboardPolicy = definePolicy('reporting.dashboard', {
  everyone: {
    read: { or: [{ owner: '$actor' }, { everybody: true }] },
    create: true,
    update: 'own',
    delete: 'own',
  },
});
