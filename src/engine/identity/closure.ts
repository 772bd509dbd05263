import type { Refusal } from '#kernel/problem.ts';
import { refuse } from './refuse.ts';

/** Why nobody may enter a workspace now. */
export interface Closure {
  readonly company: string;
  /** What whoever suspended it had to say. */
  readonly reason: string | null;
  /** The day on which it will be removed for good; null when it is only suspended. */
  readonly removeAfter: string | null;
}

/** The closure of a workspace `w`, null while it is open: an expression. */
export const closureOf = `case when w.closed then json_build_object('company', w.label, 'reason', w.suspension_reason,
  'removeAfter', to_char(w.remove_after at time zone 'UTC', 'YYYY-MM-DD')) end`;

/** Tells somebody who would otherwise be let in why he is not. */
export function closed({ company, reason, removeAfter }: Closure): Refusal {
  if (removeAfter !== null) return refuse('forbidden', 'workspaceLeaving', { company, day: removeAfter });
  return reason
    ? refuse('forbidden', 'workspaceSuspendedBecause', { company, reason })
    : refuse('forbidden', 'workspaceSuspended', { company });
}
