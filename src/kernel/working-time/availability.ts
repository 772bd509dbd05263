import type { TimeSpan } from './working-time.ts';

/** When somebody works, on whose clock, and when something takes him up: spans in order, none touching another. */
export interface Availability {
  readonly timeZone: string;
  readonly working: readonly TimeSpan[];
  readonly busy: readonly TimeSpan[];
}
