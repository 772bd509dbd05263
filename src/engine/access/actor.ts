import type { Circles } from '#kernel/circle.ts';
import type { Standing } from './standing.ts';

/** An administrator who acts as somebody else. */
export interface Impersonator {
  readonly id: string;
  readonly name: string;
  readonly until: string;
}

/** Who acts: every read and write goes through one. */
export interface Actor {
  /** The person's id; null for work of the system itself. */
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  /** The person and everyone below, by id. */
  readonly team: readonly string[];
  /** Where he stands in the company; alone when absent. */
  readonly standing?: Standing;
  /** May do everything with every object. */
  readonly unlimited: boolean;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
  /** Who acts in this person's name, and until when; absent when he acts himself. */
  readonly impersonator?: Impersonator;
  /** Why the system acts for itself; absent for people. */
  readonly reason?: string;
}

/** The system acting for itself, which must say why. */
export function asSystem(reason: string): Actor {
  return {
    id: null,
    name: 'Guanxi',
    roles: [],
    team: [],
    unlimited: true,
    locale: 'en',
    timeZone: 'UTC',
    reason,
  };
}

/** The circles of people around an actor. */
export function circlesOf({ id, team, standing }: Actor): Circles {
  const alone = id === null ? [] : [id];
  return {
    team,
    teammates: standing?.teammates ?? alone,
    department: standing?.department ?? alone,
    departmentAndBelow: standing?.departmentAndBelow ?? alone,
  };
}
