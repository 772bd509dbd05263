import { NO_PROBLEMS, type RowProblem } from './table-row.ts';

/** What to tell about a record, given how many cells the header has. */
export function csvProblems(cells: readonly string[], width: number): readonly RowProblem[] {
  let problems: RowProblem[] | undefined;
  const report = (problem: RowProblem) => {
    problems ??= [];
    problems.push(problem);
  };
  if (cells.length < width) report({ code: 'tooFewCells', expected: width, actual: cells.length });
  else if (cells.slice(width).some((cell) => cell !== '')) {
    report({ code: 'tooManyCells', expected: width, actual: cells.length });
  }
  cells.forEach((cell, column) => {
    if (cell.includes('\ufffd')) report({ code: 'undecodable', column });
    if (isBroken(cell)) report({ code: 'brokenQuotes', column });
  });
  return problems ?? NO_PROBLEMS;
}

/** A quotation mark at the beginning, and its partner after a line end and before more text. */
function isBroken(cell: string): boolean {
  if (!cell.startsWith('"')) return false;
  const partner = cell.indexOf('"', 1);
  return partner > 0 && partner < cell.length - 1 && /[\r\n]/.test(cell.slice(1, partner));
}
