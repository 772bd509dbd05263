import { defineGuard } from '#kernel/guard.ts';

/** A contact who is invited is written to at his address. */
export const meetingGuestGuard = defineGuard({
  object: 'activities.meetingGuest',
  fields: ['person'],
  async complete({ before, after }, { list }) {
    if (before !== undefined || after.person === null) return {};
    const [person] = await list('parties.contact', { id: after.person }, 1);
    // Who is not there for the one who writes is refused as any reference is, by name.
    if (person === undefined) return {};
    return { address: after.address ?? person.email, name: person.name };
  },
  check: () => [],
});
