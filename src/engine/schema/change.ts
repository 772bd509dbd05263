/** One thing that a migration does: in words for people, and in SQL. */
export interface Change {
  readonly sentence: string;
  readonly statements: readonly string[];
}

/** What must not be found in the data before a change is made. */
export interface Condition {
  /** The table that it is about, under its present name. */
  readonly table: string;
  /** Rows (count, example) of what stands in the way: each names one, the count is of all. */
  readonly query: string;
  readonly complaint: (count: string, examples: string) => string;
}

/** A migration while it is being thought out. */
export interface Draft {
  readonly changes: Change[];
  readonly conditions: Condition[];
  /** What stands in the way whatever the data. */
  readonly obstacles: string[];
}
