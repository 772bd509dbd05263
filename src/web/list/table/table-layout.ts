import type { Column } from '#web/views/columns.ts';
import { columnWidth } from './column-width.ts';

/** Where the columns of a table lie. Head, rows, groups and foot share it. */
export interface TableLayout {
  /** As CSS writes the columns of a grid: first the place for picking, then each column. */
  readonly template: string;
  /** The width below which the table scrolls sideways. */
  readonly least: number;
  /** How many columns stay when the others scroll. */
  readonly frozen: number;
  /** How far from the left a column stays; undefined when it scrolls. */
  left(index: number): number | undefined;
  width(index: number): number;
}

/** What stands before the first column. */
const pick = 36;

/** The narrowest that a column can be made, and the widest. */
export const widthLimits = { least: 60, most: 800 };

/**
 * Lays columns out. A width that somebody has chosen holds, and so does that of a column with frozen ones after it, which
 * must know where they begin; the others share what is left in proportion.
 */
export function tableLayout(
  columns: readonly Column[],
  widths: Readonly<Record<string, number>> = {},
  frozen = 1,
): TableLayout {
  const chosen = ({ path }: Column) => widths[path];
  const all = columns.map((column, index) => chosen(column) ?? columnWidth(column, index));
  const stays = Math.max(1, Math.min(frozen, columns.length));
  const tracks = columns.map((column, index) => {
    const fixed = chosen(column) !== undefined || index < stays - 1;
    return fixed ? `${all[index]}px` : `minmax(${all[index]}px, ${all[index]}fr)`;
  });
  const rest = tracks.every((track) => track.endsWith('px')) ? ['1fr'] : [];
  const before = (index: number) => all.slice(0, index).reduce((sum, width) => sum + width, pick);
  return {
    template: [`${pick}px`, ...tracks, ...rest].join(' '),
    least: before(columns.length),
    frozen: stays,
    left: (index) => (index < stays ? before(index) : undefined),
    width: (index) => all[index] ?? 0,
  };
}
