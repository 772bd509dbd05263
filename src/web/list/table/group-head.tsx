// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { memo } from 'react';
import type { Column } from '#web/views/columns.ts';
import { GroupButton } from './group-button.tsx';
import type { Grouping, TableGroup } from './grouping.ts';
import classes from './table.module.css';
import type { TableLayout } from './table-layout.ts';
import { TotalCell } from './total-cell.tsx';

interface GroupHeadProps {
  readonly group: TableGroup;
  readonly grouping: Grouping;
  readonly columns: readonly Column[];
  readonly layout: TableLayout;
  readonly totals: Readonly<Record<string, string>>;
  readonly closed: boolean;
  readonly top: number;
  onToggle(key: string): void;
}

/** The head of a group: its value, how many, and what they add up to; it opens and closes the group. */
export const GroupHead = memo(function GroupHead(props: GroupHeadProps) {
  const { group, grouping, columns, layout, totals, closed, top, onToggle } = props;
  return (
    <div
      role="row"
      className={`${classes.row} ${classes.group}`}
      style={{ gridTemplateColumns: layout.template, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={classes.groupName} data-first>
        <GroupButton group={group} grouping={grouping} closed={closed} onToggle={onToggle} />
      </div>
      {columns.slice(1).map((each) => (
        <div key={each.path} role="gridcell" className={classes.cell} data-align="right">
          <TotalCell column={each} measure={totals[each.path]} answer={group.answer} />
        </div>
      ))}
    </div>
  );
});
