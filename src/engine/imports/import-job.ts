/** How one column of a file, or a fixed text, comes into a field. */
export interface ColumnMapping {
  /** The column's heading; absent for a constant. */
  readonly column?: string | null;
  /** The field it goes into; absent when the column is left out. */
  readonly field?: string | null;
  /** For a reference: the field of the target by which a record is found; its name or any unique field when absent. */
  readonly match?: string | null;
  /** What values of the file stand for: `{"Won": "won"}`; null leaves the field empty. */
  readonly values?: Readonly<Record<string, string | null>>;
  /** For a reference: a record that is not found is created by its name. */
  readonly createMissing?: boolean;
  /** The same for every row; `{heading}` stands for the row's value in that column. */
  readonly constant?: string | null;
}

export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly field: string;
  readonly code: string;
  readonly parameters?: Readonly<Record<string, string | number>>;
  readonly value: string | null;
}

/** A value of the file that nothing is known for. */
export interface UnknownValue {
  readonly value: string;
  readonly count: number;
  /** What it may have been meant to be. */
  readonly suggestion?: string;
}

export interface FileReport {
  /** The first hundred. */
  readonly errors: readonly RowProblem[];
  /** By heading. */
  readonly unknownValues: Readonly<Record<string, readonly UnknownValue[]>>;
}

export interface ImportFile {
  readonly name: string;
  readonly hash: string;
  /** Removed because somebody in it was erased, or because it said what is sealed. */
  readonly erased?: boolean;
  readonly object: string;
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: readonly ColumnMapping[];
  /** The field by which a row is recognised as a record that is there already; none when null. */
  readonly matchBy: string | null;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  /** Rows in which nothing stands; imports of earlier versions counted none. */
  readonly empty?: number;
  /** After a rollback: records that somebody had changed since, left as they are. */
  readonly kept?: number;
  readonly report?: FileReport;
}

export interface ImportOptions {
  /** What happens to a row whose record is there already. */
  readonly duplicates: 'skip' | 'update' | 'create';
  /** Try everything and write nothing. */
  readonly dryRun?: boolean;
}

export type ImportState =
  | 'mapping'
  | 'queued'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'failed'
  | 'rollingBack'
  | 'rolledBack';

/** Files on their way into the workspace, as it is kept and as it goes out. */
export interface ImportJob {
  readonly id: string;
  readonly actor: string;
  readonly state: ImportState;
  readonly options: ImportOptions;
  readonly files: readonly ImportFile[];
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  /** Why it failed as a whole. */
  readonly problem: string | null;
}

export const noneYet = { processed: 0, created: 0, updated: 0, skipped: 0, failed: 0, empty: 0 } as const;
