import { definePolicy } from '#kernel/policy.ts';

/** Everybody has reports sent, by his own schedules; whoever gets one sees it, and can end it for himself. */
export const reportSchedulePolicy = definePolicy('reporting.reportSchedule', {
  everyone: {
    read: { or: [{ owner: '$actor' }, { receivers: { contains: '$actor' } }] },
    create: true,
    update: 'own',
    delete: 'own',
  },
});
