import type { Complaint } from '#kernel/problem.ts';
import type { Impersonator } from '../access/actor.ts';

/** What is to be done with each of many records. */
export type BulkWork =
  | { readonly do: 'update'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly do: 'delete' }
  | { readonly do: 'action'; readonly action: string; readonly input: unknown }
  | MergeWork;

/** Each record takes in those that are as likely the same as told: of all such pairs, or of those with one of the actor's own. */
export interface MergeWork {
  readonly do: 'merge';
  readonly least: number;
  readonly mine: boolean;
}

/** Which records, as in the address of a list. */
export interface BulkChoice {
  readonly where?: unknown;
  readonly q?: string;
}

export interface BulkRequest extends BulkChoice {
  readonly object: string;
  readonly work: BulkWork;
}

export type BulkState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone';

/** Something done with many records, as it is kept. */
export interface BulkJob {
  readonly id: string;
  readonly actor: string;
  readonly impersonator: Impersonator | null;
  readonly object: string;
  readonly work: BulkWork;
  readonly state: BulkState;
  readonly total: number;
  readonly changed: number;
  /** They had the values already. */
  readonly unchanged: number;
  readonly failed: number;
  /** Of those changed, how many were put back, and how many could not be. */
  readonly undone: number;
  readonly kept: number;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Why it failed as a whole. */
  readonly problem: string | null;
}

/** What became of one record. */
export interface BulkOutcome {
  readonly record: string;
  readonly status: 'changed' | 'unchanged' | 'failed' | 'undone' | 'kept';
  /** As it was left, by which it is known that nobody has touched it since. */
  readonly version?: number;
  /** Of the fields that were set: what they held, and what they hold now. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly problems?: readonly Complaint[];
}
