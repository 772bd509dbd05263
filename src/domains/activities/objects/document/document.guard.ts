import { defineGuard } from '#kernel/guard.ts';

/** Holds one file, and another one only as a new version, so that none is lost by being written over. */
export const documentGuard = defineGuard({
  object: 'activities.document',
  fields: ['content'],
  check({ before, after, changed }) {
    if (after.content?.length !== 1) return [{ field: 'content', code: 'oneFile' }];
    return before !== undefined && !changed.has('number') ? [{ field: 'content', code: 'newVersion' }] : [];
  },
});
