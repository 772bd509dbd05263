import type { TableRow } from '../import-export/reading/table-row.ts';

/** Whether nothing stands in a row, however many cells it has: spreadsheets leave such rows below their tables. */
export function isEmptyRow({ cells, problems }: TableRow): boolean {
  return (
    cells.every((cell) => cell.trim() === '') &&
    problems.every(({ code }) => code === 'tooFewCells' || code === 'tooManyCells')
  );
}
