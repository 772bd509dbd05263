/** A record as the API gives it: system fields and values by field name. */
export interface RecordJson {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** One page of a list. */
export interface RecordPageJson {
  readonly records: readonly RecordJson[];
  readonly next?: string | null;
  readonly count?: number;
}

/** One row of an aggregate: the group's values and measures by name. */
/** What a list asks for. */
export interface ListQuery {
  readonly where?: unknown;
  readonly select?: string;
  readonly sort?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly count?: boolean;
  readonly bin?: boolean;
  /** Conditions of which each record tells in `$marks` which it meets. */
  readonly marks?: readonly unknown[];
}
