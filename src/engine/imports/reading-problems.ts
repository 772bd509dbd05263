import type { TableRow } from '../import-export/reading/table-row.ts';
import type { RowProblem } from './import-job.ts';

/** What makes a row unfit before anything is read from it. A row may end early: the cells that are missing are empty. */
export function readingProblems(
  { row, problems, cells }: TableRow,
  header: readonly string[],
): readonly RowProblem[] {
  return problems
    .filter(({ code }) => code !== 'tooFewCells')
    .map((problem) => {
      const place = 'column' in problem ? problem.column - 1 : undefined;
      const parameters =
        'expected' in problem ? { expected: problem.expected, actual: problem.actual } : undefined;
      return {
        row,
        column: place === undefined ? null : (header[place] ?? null),
        field: '',
        code: problem.code,
        ...(parameters && { parameters }),
        value: place === undefined ? null : (cells[place] ?? null),
      };
    });
}
