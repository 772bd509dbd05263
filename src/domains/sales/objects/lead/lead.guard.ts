import { defineGuard } from '#kernel/guard.ts';

/** Since when a lead has its owner, and who had it before. */
export const leadGuard = defineGuard({
  object: 'sales.lead',
  fields: ['owner'],
  complete: ({ before, after, changed }, { now }) => {
    if (!changed.has('owner')) return {};
    return {
      assignedAt: after.owner === null ? null : now,
      releasedAt: after.owner === null && before !== undefined ? now : null,
      previousOwner: before?.owner ?? null,
      // A promise holds for whom it was made.
      ...(changed.has('firstTouchDueAt') ? {} : { firstTouchDueAt: null }),
    };
  },
  check: () => [],
});
