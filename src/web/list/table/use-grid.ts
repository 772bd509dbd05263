import { type KeyboardEvent, useCallback, useState } from 'react';
import { type CellPlace, rangeBetween } from './sheet/cell-range.ts';

interface GridOptions {
  readonly rows: number;
  readonly columns: number;
  isEditable(place: CellPlace): boolean;
  edit(place: CellPlace): void;
  open(row: number): void;
  toggle(row: number, range: boolean): void;
  leave(): void;
  reveal(row: number): void;
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  j: [1, 0],
  k: [-1, 0],
  PageDown: [15, 0],
  PageUp: [-15, 0],
};

/** The cell that keys act on, the cells chosen with it, and the keys. */
export function useGrid(options: GridOptions) {
  const [active, moveTo] = useState<CellPlace>();
  const [anchor, setAnchor] = useState<CellPlace>();
  const [editing, setEditing] = useState<CellPlace>();

  const setActive = useCallback((place: CellPlace | undefined) => {
    moveTo(place);
    setAnchor(place);
  }, []);
  const extendTo = useCallback((place: CellPlace) => {
    moveTo(place);
    setAnchor((before) => before ?? place);
  }, []);
  const goTo = (row: number, column: number, extend: boolean) => {
    const place = {
      row: Math.max(0, Math.min(row, options.rows - 1)),
      column: Math.max(0, Math.min(column, options.columns - 1)),
    };
    if (extend) extendTo(place);
    else setActive(place);
    options.reveal(place.row);
  };
  const startEdit = (place: CellPlace) => {
    setActive(place);
    if (!options.isEditable(place)) return;
    setEditing(place);
    options.edit(place);
  };
  const press = (event: KeyboardEvent) => {
    if (editing || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target !== event.currentTarget) return;
    const step = steps[event.key];
    const { row, column } = active ?? { row: -1, column: 0 };
    if (step) goTo(row + step[0], column + step[1], event.shiftKey);
    else if (event.key === 'Home') goTo(row, 0, event.shiftKey);
    else if (event.key === 'End') goTo(row, options.columns - 1, event.shiftKey);
    else if (event.key === 'Escape') options.leave();
    else if (!active) return;
    else if (event.key === 'Enter' && column > 0 && options.isEditable(active)) startEdit(active);
    else if (event.key === 'F2') startEdit(active);
    else if (event.key === 'Enter' || event.key === 'o') options.open(row);
    else if (event.key === 'x' || event.key === ' ') options.toggle(row, event.shiftKey);
    else return;
    event.preventDefault();
  };

  return {
    active,
    range: active && rangeBetween(anchor ?? active, active),
    editing,
    press,
    setActive,
    extendTo,
    startEdit,
    stopEdit: useCallback(() => setEditing(undefined), []),
  };
}
