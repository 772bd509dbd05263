// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
import { Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { rowHeights, useDensity } from '#web/shell/use-density.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import type { Selection } from '../selection/use-selection.ts';
import { gridColumns, leastWidth } from './column-width.ts';
import classes from './table.module.css';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { type CellPlace, useGrid } from './use-grid.ts';

interface RecordTableProps {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  readonly state: ViewState;
  readonly selection: Selection;
  readonly hasMore: boolean;
  onMore(): void;
}

/** How many rows before the end the next page is asked for. */
const ahead = 24;

/** The list as a grid: only the rows in sight exist, cells are edited in place. */
export function RecordTable({ object, records, state, selection, hasMore, onMore }: RecordTableProps) {
  const { columns, view } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { density } = useDensity();
  const [scrolled, setScrolled] = useState(false);
  const height = rowHeights[density];
  const template = gridColumns(columns, true);
  const rows = useVirtualizer({
    count: records.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useEffect(() => rows.measure(), [rows, height]);
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= records.length - ahead) onMore();
  }, [hasMore, last, records.length, onMore]);

  const open = (row: number) => {
    const record = records[row];
    if (record) navigate({ to: '/$object/$id', params: { object: object.name, id: record.id } });
  };
  const { active, editing, press, setActive, startEdit, stopEdit } = useGrid({
    rows: records.length,
    columns: columns.length,
    isEditable: ({ column }) => object.can.update && columns[column]?.edits !== undefined,
    edit: () => undefined,
    open,
    toggle: selection.toggle,
    leave: () => (selection.ids.size > 0 ? selection.clear() : setActive(undefined)),
    reveal: (row) => rows.scrollToIndex(row, { align: 'auto' }),
  });
  const edited = useCallback(() => {
    stopEdit();
    grid.current?.focus({ preventScroll: true });
  }, [stopEdit]);
  const pressed = useRef((place: CellPlace, again: boolean) => (again ? startEdit(place) : setActive(place)));
  pressed.current = (place, again) => (again ? startEdit(place) : setActive(place));
  const { toggle } = selection;
  const onPick = useCallback(
    (row: number, range: boolean) => {
      toggle(row, range);
      setActive({ row, column: 0 });
      grid.current?.focus({ preventScroll: true });
    },
    [toggle, setActive],
  );
  const onPress = useCallback((place: CellPlace, again: boolean) => pressed.current(place, again), []);

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-scroll-restoration-id={`list.${object.name}.${view.name}`}
      data-scrolled={scrolled || undefined}
      onScroll={(event) => setScrolled(event.currentTarget.scrollLeft > 0)}
    >
      <div
        ref={grid}
        role="grid"
        tabIndex={0}
        className={classes.grid}
        style={{ minWidth: leastWidth(columns) }}
        aria-label={view.label}
        aria-rowcount={hasMore ? -1 : records.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-activedescendant={active && `cell-${active.row}-${active.column}`}
        onKeyDown={press}
        onFocus={({ target }) => {
          if (target === grid.current && !active && target.matches(':focus-visible')) {
            setActive({ row: 0, column: 0 });
          }
        }}
      >
        <TableHead
          columns={columns}
          template={template}
          sort={state.sort}
          picked={selection.ids.size === 0 ? 'none' : selection.ids.size >= records.length ? 'all' : 'some'}
          onSort={(sort) => state.change({ sort })}
          onPickAll={selection.toggleAll}
        />
        <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const record = records[index];
            return record ? (
              <TableRow
                key={record.id}
                object={object}
                record={record}
                index={index}
                columns={columns}
                template={template}
                top={start}
                selected={selection.ids.has(record.id)}
                activeColumn={active?.row === index ? active.column : undefined}
                editingColumn={editing?.row === index ? editing.column : undefined}
                onPick={onPick}
                onPress={onPress}
                onEdited={edited}
              />
            ) : (
              <div
                key="more"
                className={`${classes.row} ${classes.skeleton}`}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Skeleton height={12} width="40%" />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
