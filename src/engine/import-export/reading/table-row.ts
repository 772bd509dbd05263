/** One record of a file as it stands there. */
export interface TableRow {
  /** Record number in the file, from 1, counting the header and blank lines; in a sheet, the number Excel shows. */
  readonly row: number;
  /** Line of the file on which the record begins, from 1; in a sheet, the same as `row`. */
  readonly line: number;
  /** As many as the header has, or more. */
  readonly cells: readonly string[];
  /** What is wrong with this record although it could be read; usually nothing. */
  readonly problems: readonly RowProblem[];
}

export type RowProblem =
  | { readonly code: 'tooFewCells' | 'tooManyCells'; readonly expected: number; readonly actual: number }
  /** Bytes that are no character in this encoding stand in this cell. */
  | { readonly code: 'undecodable'; readonly column: number }
  /** A quotation mark opens this cell and is closed in the middle of a later line: rows may have run together. */
  | { readonly code: 'brokenQuotes'; readonly column: number }
  /** The cell shows a spreadsheet error such as `#N/A`. */
  | { readonly code: 'formulaError'; readonly column: number }
  /** The cell has a formula whose result the writing program did not store: it reads as empty. */
  | { readonly code: 'formulaNotCalculated'; readonly column: number };

export const NO_PROBLEMS: readonly RowProblem[] = [];

/** Cells of one row; more come from a wrong delimiter or a hostile file. */
export const COLUMN_LIMIT = 1000;
