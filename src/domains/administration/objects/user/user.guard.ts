import { defineGuard } from '#kernel/guard.ts';
import { ownHours } from '../own-hours.ts';

export const userGuard = defineGuard({
  object: 'administration.user',
  fields: ['workingTime'],
  complete: ({ after }) => ownHours(after.workingTime).kept,
  check: ({ after }) => ownHours(after.workingTime).faults,
});
