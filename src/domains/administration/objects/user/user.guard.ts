import { defineGuard } from '#kernel/guard.ts';
import type { Complaint } from '#kernel/problem.ts';
import { ownTimeFrom } from '#kernel/working-time/own-time.ts';

/** Hours of one's own are such as a week can have, and kept whole. */
export const userGuard = defineGuard({
  object: 'administration.user',
  fields: ['workingTime'],
  complete({ after: { workingTime } }) {
    const { faults, own } = read(workingTime);
    return faults.length === 0 && own !== null ? { workingTime: own } : {};
  },
  check: ({ after: { workingTime } }) => read(workingTime).faults,
});

function read(workingTime: unknown) {
  const faults: Complaint[] = [];
  const own = workingTime === null ? null : ownTimeFrom(workingTime, 'workingTime', faults);
  return { own, faults };
}
