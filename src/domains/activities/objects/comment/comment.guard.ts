import { defineGuard } from '#kernel/guard.ts';

/** A thread is one level deep, and all of it is about the same record. */
export const commentGuard = defineGuard({
  object: 'activities.comment',
  fields: ['thread'],
  async complete({ after }, { read }) {
    if (after.thread === null) return {};
    const answered = await read('activities.comment', after.thread);
    return { thread: answered.thread ?? answered.id, regarding: answered.regarding };
  },
  check: () => [],
});
