import { defineGuard } from '#kernel/guard.ts';
import { nextAt } from './next-at.ts';
import { receiversOf } from './receivers-of.ts';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Says who gets it and when it is due next, whenever something of that changes and each time that it is sent: who joined
 * a team since then gets it too. Where nobody is chosen it is for its owner.
 */
export const reportScheduleGuard = defineGuard({
  object: 'reporting.reportSchedule',
  fields: [
    ...(['report', 'dashboard', 'often', 'weekdays', 'dayOfMonth', 'time', 'active', 'owner'] as const),
    ...(['people', 'teams', 'roles', 'left', 'lastAt'] as const),
  ],
  async complete({ after }, decision) {
    if (!clock.test(after.time)) return {};
    const { people, teams, roles, owner } = after;
    const somebody = people?.length || teams?.length || roles?.length;
    const chosen = somebody || owner === null ? {} : { people: [owner] };
    const receivers = await receiversOf({ ...after, ...chosen }, decision);
    return { ...chosen, receivers, nextAt: await nextAt(after, decision) };
  },
  check({ after: { time, dayOfMonth } }) {
    return [
      ...(clock.test(time) ? [] : [{ field: 'time', code: 'notATime' }]),
      ...(dayOfMonth !== null && (dayOfMonth < 1 || dayOfMonth > 31)
        ? [{ field: 'dayOfMonth', code: 'outOfRange', parameters: { least: 1, most: 31 } }]
        : []),
    ];
  },
});
