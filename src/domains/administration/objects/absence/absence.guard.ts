import { defineGuard } from '#kernel/guard.ts';

/** It ends after it has begun, and is said by the person, somebody above, or an administrator. */
export const absenceGuard = defineGuard({
  object: 'administration.absence',
  fields: ['person', 'startsAt', 'endsAt'],
  async check({ after: { person, startsAt, endsAt } }, decision) {
    if (Date.parse(endsAt) < Date.parse(startsAt)) return [{ field: 'endsAt', code: 'endsBeforeStart' }];
    const { id, roles } = decision.actor;
    if (id === person || id === '' || roles.includes('administrator')) return [];
    const below = await decision.list('administration.user', { id: { in: '$team' } });
    return below.some((one) => one.id === person) ? [] : [{ field: 'person', code: 'notBelowYou' }];
  },
});
