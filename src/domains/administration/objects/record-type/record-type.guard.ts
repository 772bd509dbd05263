import { defineGuard } from '#kernel/guard.ts';

const asAValue = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_. -]{0,58}[\p{L}\p{M}\p{N}])?$/u;

export const recordTypeGuard = defineGuard({
  object: 'administration.recordType',
  fields: ['name'],
  check: ({ after }) => (asAValue.test(after.name) ? [] : [{ field: 'name', code: 'notAChoiceName' }]),
});
