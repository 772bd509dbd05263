// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
import { Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import {
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ObjectMeta } from '#kernel/meta.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import type { RecordJson } from '#web/api/record.ts';
import { useStates } from '#web/fields/use-states.ts';
import { type Density, rowHeights, useDensity } from '#web/shell/use-density.ts';
import type { ViewState } from '#web/views/use-view-state.ts';
import type { Selection } from '../selection/use-selection.ts';
import { GroupHead } from './group-head.tsx';
import { bySlot, rowSlots } from './row-slots.ts';
import type { CellPlace, CellRange } from './sheet/cell-range.ts';
import { useSheet } from './sheet/use-sheet.ts';
import classes from './table.module.css';
import { TableFoot } from './table-foot.tsx';
import { TableHead } from './table-head.tsx';
import { tableLayout } from './table-layout.ts';
import { TableRow } from './table-row.tsx';
import { TypeCatcher } from './type-catcher.tsx';
import { useCellChange } from './use-cell-change.ts';
import { useGrid } from './use-grid.ts';
import type { GroupedRows } from './use-grouped-rows.ts';
import { useTableRows } from './use-table-rows.ts';

interface RecordTableProps {
  readonly object: ObjectMeta;
  readonly records: readonly RecordJson[];
  /** How they are grouped and added up. */
  readonly grouped: GroupedRows;
  readonly state: ViewState;
  readonly selection: Selection;
  readonly hasMore: boolean;
  /** How many there are, loaded or not. */
  readonly count: number | undefined;
  onMore(): void;
}

/** How many rows before the end the next page is asked for. */
const ahead = 60;

const holdsSeveral = ({ top, bottom, left, right }: CellRange) => top < bottom || left < right;

const noRules: readonly ColorRule[] = [];

/** The list as a grid: only the rows in sight exist, cells are edited in place. */
export function RecordTable(props: RecordTableProps) {
  const { object, records, grouped, state, selection, hasMore, count, onMore } = props;
  const { columns, view, search } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const catcher = useRef<HTMLInputElement>(null);
  const gridId = useId();
  const changeCell = useCellChange(object);
  const navigate = useNavigate();
  const liked = useDensity().density;
  const [scrolled, setScrolled] = useState(false);
  const [drawn, setDrawn] = useState<Readonly<Record<string, number>>>();
  const height = rowHeights[(search.density as Density | undefined) ?? liked] ?? rowHeights[liked];
  const layout = useMemo(
    () => tableLayout(columns, { ...search.widths, ...drawn }, search.frozen),
    [columns, search.widths, search.frozen, drawn],
  );
  const { items: linesOf } = grouped;
  const lines = useMemo(() => linesOf(records, hasMore), [linesOf, records, hasMore]);
  const places = useMemo(
    () => new Map(lines.flatMap((line, place) => (line.kind === 'record' ? [[line.index, place]] : []))),
    [lines],
  );
  const totalled = Object.keys(grouped.totals).length > 0;
  const { rows, settled } = useTableRows(scroller, lines.length + (hasMore ? 1 : 0), height);
  const items = rows.getVirtualItems();
  const kept = useRef<ReadonlyMap<number, number>>(new Map());
  const slots = rowSlots(
    kept.current,
    items.map(({ index }) => index),
  );
  kept.current = slots;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (settled && hasMore && last >= lines.length - ahead) onMore();
  }, [settled, hasMore, last, lines.length, onMore]);

  const focus = useCallback(() => catcher.current?.focus({ preventScroll: true }), []);
  const open = (row: number) => {
    const record = records[row];
    if (record) navigate({ to: '/$object/$id', params: { object: object.name, id: record.id } });
  };
  const states = useStates(object);
  const editedAt = ({ row, column }: CellPlace) => {
    const [record, field] = [records[row], columns[column]?.edits];
    return record && field && object.can.update && !states(record).readOnly.has(field.name)
      ? field
      : undefined;
  };
  const {
    active,
    range,
    editing,
    press: pressGrid,
    setActive,
    extendTo,
    startEdit,
    type,
    stopEdit,
  } = useGrid({
    rows: records.length,
    columns: columns.length,
    isEditable: (place) => editedAt(place) !== undefined,
    isBox: (place) => editedAt(place)?.type === 'boolean',
    flip: (place) => {
      const [record, field] = [records[place.row], editedAt(place)];
      if (record && field) changeCell(record, field, record[field.name] !== true);
    },
    focus,
    open,
    toggle: selection.toggle,
    leave: () => {
      if (selection.ids.size > 0) return selection.clear();
      setActive(undefined);
      // When no cell is active any more: else the focus would go back to it.
      queueMicrotask(() => grid.current?.focus({ preventScroll: true }));
    },
    reveal: (row) => rows.scrollToIndex(places.get(row) ?? row, { align: 'auto' }),
  });
  const pressSheet = useSheet({ object, columns, records, range, states, holder: catcher });
  const press = (event: KeyboardEvent) => {
    pressGrid(event);
    if (!editing) pressSheet(event);
  };
  const ended = useRef(stopEdit);
  ended.current = stopEdit;
  const onEdited = useCallback((by: readonly [number, number]) => ended.current(by), []);
  const several = range && holdsSeveral(range) ? range : undefined;
  const choose = (place: CellPlace, again: boolean, extend: boolean) => {
    if (!extend && again && !several) return startEdit(place);
    if (!extend) setActive(place);
    else extendTo(place);
    focus();
  };
  const pressed = useRef(choose);
  pressed.current = choose;
  const { toggle } = selection;
  const onPick = useCallback(
    (row: number, range: boolean) => {
      toggle(row, range);
      setActive({ row, column: 0 });
      focus();
    },
    [toggle, setActive, focus],
  );
  const onPress = useCallback(
    (place: CellPlace, again: boolean, extend: boolean) => pressed.current(place, again, extend),
    [],
  );

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-scroll-restoration-id={`list.${object.name}.${view.name}`}
      data-scrolled={scrolled || undefined}
      onScroll={(event) => setScrolled(event.currentTarget.scrollLeft > 0)}
    >
      <TypeCatcher
        ref={catcher}
        label={view.label}
        grid={gridId}
        active={active}
        onKeyDown={press}
        onEnter={() => setActive({ row: 0, column: 0 })}
        onTyped={type}
      />
      <div
        ref={grid}
        id={gridId}
        role="grid"
        tabIndex={-1}
        className={classes.grid}
        style={{ minWidth: layout.least, '--gx-row': `${height}px` } as CSSProperties}
        aria-label={view.label}
        aria-rowcount={hasMore && count === undefined ? -1 : (count ?? records.length) + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        onKeyDown={press}
        onMouseDown={(event) => {
          if (event.shiftKey && !editing) event.preventDefault();
        }}
        onFocus={({ target }) => {
          if (target === grid.current && active) focus();
        }}
      >
        <TableHead
          state={state}
          layout={layout}
          sort={grouped.sort}
          picked={
            selection.ids.size === 0
              ? 'none'
              : selection.everything || selection.ids.size >= records.length
                ? 'all'
                : 'some'
          }
          onDraw={setDrawn}
          onPickAll={selection.toggleAll}
        />
        <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {(rows.isScrolling ? bySlot(items, slots) : items).map(({ index, start }) => {
            const line = lines[index];
            if (line?.kind === 'group' && grouped.grouping)
              return (
                <GroupHead
                  key={`group ${line.group.key}`}
                  group={line.group}
                  grouping={grouped.grouping}
                  columns={columns}
                  layout={layout}
                  totals={grouped.totals}
                  closed={line.closed}
                  top={start}
                  onToggle={grouped.toggle}
                />
              );
            if (line?.kind !== 'record')
              return (
                <div
                  key="more"
                  className={`${classes.row} ${classes.skeleton}`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Skeleton height={12} width="40%" />
                </div>
              );
            const { record, index: row } = line;
            const chosen = several && row >= several.top && row <= several.bottom ? several : undefined;
            return (
              <TableRow
                key={slots.get(index)}
                object={object}
                record={record}
                index={row}
                columns={columns}
                layout={layout}
                rules={search.colors ?? noRules}
                locked={states(record).readOnly}
                top={start}
                selected={selection.everything || selection.ids.has(record.id)}
                activeColumn={active?.row === row ? active.column : undefined}
                chosenFrom={chosen?.left}
                chosenTo={chosen?.right}
                editingColumn={editing?.row === row ? editing.column : undefined}
                seed={editing?.row === row ? editing.seed : undefined}
                onPick={onPick}
                onPress={onPress}
                onEdited={onEdited}
              />
            );
          })}
        </div>
        {totalled && (
          <TableFoot columns={columns} layout={layout} totals={grouped.totals} answer={grouped.whole} />
        )}
      </div>
    </div>
  );
}
