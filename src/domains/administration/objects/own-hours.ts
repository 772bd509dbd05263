import type { Complaint } from '#kernel/problem.ts';
import { ownTimeFrom } from '#kernel/working-time/own-time.ts';

/** Hours that somebody has written down, for himself or a team: such as a week can have, and kept whole. */
export function ownHours(workingTime: unknown) {
  const faults: Complaint[] = [];
  const own = workingTime === null ? null : ownTimeFrom(workingTime, 'workingTime', faults);
  return { faults, kept: faults.length === 0 && own !== null ? { workingTime: own } : {} };
}
