import { defineGuard } from '#kernel/guard.ts';
import { ownHours } from '../own-hours.ts';

export const teamGuard = defineGuard({
  object: 'administration.team',
  fields: ['workingTime'],
  complete: ({ after }) => ownHours(after.workingTime).kept,
  check: ({ after }) => ownHours(after.workingTime).faults,
});
