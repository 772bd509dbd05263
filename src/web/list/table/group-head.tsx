// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { useLocale } from '#web/i18n/use-locale.ts';
import type { Column } from '#web/views/columns.ts';
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
  const { t } = useTranslation();
  const locale = useLocale();
  const { value, name, count, answer } = group;
  const { column, part } = grouping;
  const named = name === undefined ? value : { id: String(value), name };
  const Chevron = closed ? IconChevronRight : IconChevronDown;
  return (
    <div
      role="row"
      className={`${classes.row} ${classes.group}`}
      style={{ gridTemplateColumns: layout.template, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className={classes.groupName} data-first>
        <UnstyledButton
          className={classes.groupButton}
          aria-expanded={!closed}
          onClick={() => onToggle(group.key)}
        >
          <Chevron size={14} aria-hidden />
          <span className={classes.headLabel}>{column.label}</span>
          <span className={classes.content}>
            {value === null ? (
              t('list.groupEmpty')
            ) : part ? (
              String(value)
            ) : name !== undefined ? (
              name
            ) : (
              <FieldDisplay field={column.field} value={named} dense />
            )}
          </span>
          <span className={classes.groupCount}>{new Intl.NumberFormat(locale).format(count)}</span>
        </UnstyledButton>
      </div>
      {columns.slice(1).map((each) => (
        <div key={each.path} role="gridcell" className={classes.cell} data-align="right">
          <TotalCell column={each} measure={totals[each.path]} answer={answer} />
        </div>
      ))}
    </div>
  );
});
