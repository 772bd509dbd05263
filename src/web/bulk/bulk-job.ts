import type { Values } from '#web/fields/field-props.ts';

/** Which records: those of these ids, or all that a list shows. */
export type Chosen =
  | { readonly ids: readonly string[] }
  | { readonly where: unknown; readonly q?: string | undefined };

/** What is to be done with each. */
export type BulkWork =
  | { readonly do: 'update'; readonly values: Values }
  | { readonly do: 'delete' }
  | { readonly do: 'action'; readonly action: string; readonly input: Values };

export interface MergeWork {
  readonly do: 'merge';
  readonly least: number;
  readonly mine: boolean;
}

export type BulkRequest = { readonly object: string } & ((Chosen & BulkWork) | MergeWork);

/** Something done with many records, as the server tells it. */
export interface BulkJob {
  readonly id: string;
  readonly object: string;
  readonly work: BulkWork | MergeWork;
  readonly state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone';
  readonly total: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly undone: number;
  readonly kept: number;
  readonly createdAt: string;
  readonly problem: string | null;
  readonly undoable: boolean;
  readonly failures?: readonly { readonly record: string; readonly name: string; readonly message: string }[];
}

export interface BulkPreview {
  readonly total: number;
  readonly forbidden: number;
  readonly same: number | null;
  readonly checked: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly examples: readonly {
    readonly id: string;
    readonly name: string;
    readonly before: Values;
    readonly after: Values;
  }[];
  readonly problems: readonly { readonly field: string; readonly message: string; readonly count: number }[];
}

export function isUnderWay({ state }: BulkJob): boolean {
  return state === 'queued' || state === 'running' || state === 'undoing';
}

/** Records that have been dealt with, on the way there or back. */
export function dealtWith(job: BulkJob): number {
  return job.state === 'undoing' ? job.undone + job.kept : job.changed + job.unchanged + job.failed;
}
