// biome-ignore-all lint/a11y/useSemanticElements: rows are placed by hand, which no table element allows
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and names the active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles keys for the active cell
import { IconMaximize } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObjectMeta } from '#kernel/meta.ts';
import { valueAt } from '#kernel/value-at.ts';
import type { ColorRule } from '#kernel/view-settings.ts';
import type { RecordJson } from '#web/api/record.ts';
import { FieldDisplay } from '#web/fields/field-display.tsx';
import { fieldView } from '#web/fields/registry.ts';
import { RecordAnchor } from '#web/kit/record-anchor.tsx';
import type { Column } from '#web/views/columns.ts';
import { colorsOf } from '../colors/colors-of.ts';
import { CellEditor } from './cell-editor.tsx';
import type { CellPlace } from './sheet/cell-range.ts';
import classes from './table.module.css';
import type { TableLayout } from './table-layout.ts';

export interface RowProps {
  readonly object: ObjectMeta;
  readonly record: RecordJson;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly layout: TableLayout;
  readonly rules: readonly ColorRule[];
  /** The fields that a condition closes. */
  readonly locked: ReadonlySet<string>;
  readonly top: number;
  readonly selected: boolean;
  /** The column of this row that keys act on, and the one that is being edited. */
  readonly activeColumn: number | undefined;
  readonly editingColumn: number | undefined;
  /** What was typed to begin editing. */
  readonly seed: string | undefined;
  /** The first and the last column chosen, where several cells are. */
  readonly chosenFrom: number | undefined;
  readonly chosenTo: number | undefined;
  onPick(index: number, range: boolean): void;
  onPress(place: CellPlace, again: boolean, extend: boolean): void;
  onEdited(by: readonly [rows: number, columns: number]): void;
}

/** One record of a table. */
export const TableRow = memo(function TableRow(props: RowProps) {
  const { t } = useTranslation();
  const { object, record, index, columns, layout, rules, top, selected, activeColumn, editingColumn } = props;
  const { chosenFrom = columns.length, chosenTo = -1 } = props;
  const colors = colorsOf(record, rules);
  const name = String(valueAt(record, object.nameField) ?? t('list.unnamed'));
  return (
    <div
      role="row"
      className={classes.row}
      style={{ gridTemplateColumns: layout.template, transform: `translateY(${top}px)` }}
      data-selected={selected || undefined}
      data-tint={colors.row}
      aria-selected={selected}
      aria-rowindex={index + 2}
    >
      <div role="gridcell" aria-colindex={1} className={classes.pick}>
        <input
          type="checkbox"
          className={classes.check}
          aria-label={t('list.selectOne', { name })}
          checked={selected}
          tabIndex={-1}
          onChange={() => undefined}
          onClick={(event) => props.onPick(index, event.shiftKey)}
        />
      </div>
      {columns.map((column, place) => {
        const active = activeColumn === place;
        const value = valueAt(record, column.valuePath);
        return (
          <div
            key={column.path}
            id={`cell-${index}-${place}`}
            role="gridcell"
            aria-colindex={place + 2}
            className={cellClass(layout, place)}
            style={{ left: layout.left(place) }}
            data-tint={colors.cells[column.path]}
            data-align={fieldView(column.field).align}
            data-active={active || undefined}
            data-chosen={(place >= chosenFrom && place <= chosenTo) || undefined}
            aria-selected={chosenTo >= 0 ? place >= chosenFrom && place <= chosenTo : undefined}
            data-editable={(column.edits && !props.locked.has(column.edits.name)) || undefined}
            onClick={(event) => props.onPress({ row: index, column: place }, active, event.shiftKey)}
          >
            {editingColumn === place && column.edits ? (
              <CellEditor
                key={record.id}
                object={object}
                record={record}
                field={column.edits}
                seed={props.seed}
                onDone={props.onEdited}
              />
            ) : place === 0 ? (
              <NameCell object={object} id={record.id} name={name} />
            ) : (
              <span className={classes.content}>
                <FieldDisplay field={column.field} value={value} record={record} dense />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
});

function cellClass(layout: TableLayout, place: number): string {
  const classNames = [
    classes.cell,
    place < layout.frozen ? classes.frozen : '',
    place === layout.frozen - 1 ? classes.edge : '',
    place === 0 ? classes.name : '',
  ];
  return classNames.join(' ');
}

function NameCell({ object, id, name }: { object: ObjectMeta; id: string; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <RecordAnchor
        className={`${classes.content} ${classes.nameLink}`}
        tabIndex={-1}
        object={object.name}
        id={id}
      >
        {name}
      </RecordAnchor>
      <RecordAnchor
        className={classes.open}
        tabIndex={-1}
        aria-label={t('list.open', { name })}
        object={object.name}
        id={id}
      >
        <IconMaximize size={13} aria-hidden />
      </RecordAnchor>
    </>
  );
}
