import { defineGuard } from '#kernel/guard.ts';

/** A thread is one level deep, and all of it is about the same record. */
export const commentGuard = defineGuard({
  object: 'activities.comment',
  fields: ['thread'],
  async complete({ after }, { list }) {
    if (after.thread === null) return {};
    const [answered] = await list('activities.comment', { id: after.thread }, 1);
    // What is not there for the one who writes is refused as any reference is, by name.
    if (answered === undefined) return {};
    return { thread: answered.thread ?? answered.id, regarding: answered.regarding };
  },
  check: () => [],
});
