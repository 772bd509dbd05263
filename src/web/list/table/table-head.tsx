// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldView } from '#web/fields/registry.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import { ColumnMenuButton } from './column-menu-button.tsx';
import { nextSort, sortOf } from './sort.ts';
import classes from './table.module.css';
import type { TableLayout } from './table-layout.ts';
import { WidthHandle } from './width-handle.tsx';

interface TableHeadProps {
  readonly state: ViewState;
  readonly layout: TableLayout;
  readonly sort: string | undefined;
  readonly picked: 'none' | 'some' | 'all';
  /** Widths that are being drawn; undefined when they are let go. */
  onDraw(widths: Readonly<Record<string, number>> | undefined): void;
  onPickAll(): void;
}

/** The heads of the columns; a click sorts. */
export const TableHead = memo(function TableHead(props: TableHeadProps) {
  const { t } = useTranslation();
  const { state, layout, sort, picked, onDraw, onPickAll } = props;
  const { columns, search } = state;
  return (
    <div
      role="row"
      className={classes.head}
      style={{ gridTemplateColumns: layout.template }}
      aria-rowindex={1}
    >
      <div role="columnheader" className={classes.pick}>
        <Checkbox
          aria-label={t('list.selectAll')}
          checked={picked === 'all'}
          indeterminate={picked === 'some'}
          onChange={onPickAll}
        />
      </div>
      {columns.map((column, index) => {
        const { path, label, field } = column;
        const direction = sortOf(sort, path);
        return (
          <div
            key={path}
            role="columnheader"
            className={headClass(layout, index)}
            style={{ left: layout.left(index) }}
            data-align={fieldView(field).align}
            aria-sort={direction}
          >
            {field.sortable ? (
              <UnstyledButton
                className={classes.headButton}
                onClick={() => state.change({ sort: nextSort(sort, path) })}
              >
                <span className={classes.headLabel}>{label}</span>
                {direction === 'ascending' && <IconArrowUp size={12} aria-hidden />}
                {direction === 'descending' && <IconArrowDown size={12} aria-hidden />}
              </UnstyledButton>
            ) : (
              <span className={classes.headButton}>
                <span className={classes.headLabel}>{label}</span>
              </span>
            )}
            <ColumnMenuButton column={column} index={index} width={layout.width(index)} state={state} />
            <WidthHandle
              width={layout.width(index)}
              onDraw={(width) => onDraw(width === undefined ? undefined : { [path]: width })}
              onChange={(width) => state.change({ widths: { ...search.widths, [path]: width } })}
            />
          </div>
        );
      })}
    </div>
  );
});

function headClass(layout: TableLayout, index: number): string {
  const classNames = [
    classes.headCell,
    index < layout.frozen ? classes.frozen : '',
    index === layout.frozen - 1 ? classes.edge : '',
    index === 0 ? classes.name : '',
  ];
  return classNames.join(' ');
}
