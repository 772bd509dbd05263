import { defineGuard } from '#kernel/guard.ts';

/**
 * Nobody closes the door behind himself: another administrator says that he leaves. Who is given more time has not left.
 */
export const departureGuard = defineGuard({
  object: 'administration.departure',
  fields: ['person', 'endsAt'],
  complete: ({ after: { endsAt }, changed }, { now }) =>
    changed.has('endsAt') && Date.parse(endsAt) > Date.parse(now) ? { state: 'leaving' as const } : {},
  async check({ after: { person } }, { actor }) {
    return person === actor.id ? [{ field: 'person', code: 'notYourself' }] : [];
  },
});
