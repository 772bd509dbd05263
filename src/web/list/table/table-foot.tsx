// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { memo } from 'react';
import type { AggregateGroup } from '#kernel/report/answer.ts';
import type { Column } from '#web/views/columns.ts';
import classes from './table.module.css';
import type { TableLayout } from './table-layout.ts';
import { TotalCell } from './total-cell.tsx';

interface TableFootProps {
  readonly columns: readonly Column[];
  readonly layout: TableLayout;
  readonly totals: Readonly<Record<string, string>>;
  readonly answer: AggregateGroup | undefined;
}

/** What all records of the list add up to, below their columns. */
export const TableFoot = memo(function TableFoot({ columns, layout, totals, answer }: TableFootProps) {
  return (
    <div role="row" className={classes.foot} style={{ gridTemplateColumns: layout.template }}>
      <div role="gridcell" className={classes.pick} />
      {columns.map((column, index) => (
        <div
          key={column.path}
          role="gridcell"
          className={`${classes.cell} ${layout.left(index) === undefined ? '' : classes.frozen}`}
          style={{ left: layout.left(index) }}
          data-align="right"
        >
          <TotalCell column={column} measure={totals[column.path]} answer={answer} />
        </div>
      ))}
    </div>
  );
});
