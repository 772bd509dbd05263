import type { CellRange } from './cell-range.ts';

/** A text and the cell it goes to. */
export interface LaidCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Lays a block of texts over cells: repeated where the cells hold it several times, else once from their first cell on. */
export function layOver(block: readonly (readonly string[])[], range: CellRange): readonly LaidCell[] {
  const [high, wide] = [block.length, Math.max(0, ...block.map((row) => row.length))];
  const [rows, columns] = [range.bottom - range.top + 1, range.right - range.left + 1];
  const again = rows % high === 0 && columns % wide === 0;
  return Array.from({ length: again ? rows : high }, (_, down) =>
    Array.from({ length: again ? columns : wide }, (_, along) => ({
      row: range.top + down,
      column: range.left + along,
      text: block[down % high]?.[along % wide] ?? '',
    })),
  ).flat();
}
