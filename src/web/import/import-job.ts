/** How one column, or a fixed text, comes into a field; as the server keeps it. */
export interface ColumnMapping {
  readonly column?: string;
  readonly field: string | null;
  readonly match?: string;
  readonly values?: Readonly<Record<string, string | null>>;
  readonly createMissing?: boolean;
  readonly constant?: string;
}

export interface RowProblem {
  readonly row: number;
  readonly column: string | null;
  readonly field: string;
  readonly message: string;
  readonly value: string | null;
}

export interface UnknownValue {
  readonly value: string;
  readonly count: number;
  readonly suggestion?: string;
}

export interface ImportFile {
  readonly name: string;
  readonly object: string;
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: readonly ColumnMapping[];
  readonly matchBy: string | null;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly failed: number;
  readonly empty?: number;
  readonly kept?: number;
  readonly report?: {
    readonly errors: readonly RowProblem[];
    readonly unknownValues: Readonly<Record<string, readonly UnknownValue[]>>;
  };
}

export type Duplicates = 'skip' | 'update' | 'create';

/** An import as the server tells it. */
export interface ImportJob {
  readonly id: string;
  readonly state:
    | 'mapping'
    | 'queued'
    | 'checking'
    | 'checked'
    | 'running'
    | 'done'
    | 'failed'
    | 'rollingBack'
    | 'rolledBack';
  readonly options: { readonly duplicates: Duplicates; readonly dryRun?: boolean };
  readonly files: readonly ImportFile[];
  readonly createdAt: string;
  readonly problem: string | null;
}

/** Whether the server is at work on it. */
export function isBusy({ state }: ImportJob): boolean {
  return ['queued', 'checking', 'running', 'rollingBack'].includes(state);
}
