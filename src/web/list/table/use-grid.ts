import { type KeyboardEvent, useCallback, useState } from 'react';
import { type CellPlace, rangeBetween } from './sheet/cell-range.ts';

interface GridOptions {
  readonly rows: number;
  readonly columns: number;
  isEditable(place: CellPlace): boolean;
  isBox(place: CellPlace): boolean;
  flip(place: CellPlace): void;
  /** Gives the keys to the cells. */
  focus(): void;
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
  PageDown: [15, 0],
  PageUp: [-15, 0],
};

/** Letters are commands while no cell is active; they are typed into one that is. */
const letters: typeof steps = { j: [1, 0], k: [-1, 0] };

/** A cell that is being edited, and what was typed to begin with it. */
interface Editing extends CellPlace {
  readonly seed?: string | undefined;
}

/** The cell that keys act on, the cells chosen with it, and the keys. */
export function useGrid(options: GridOptions) {
  const [active, moveTo] = useState<CellPlace>();
  const [anchor, setAnchor] = useState<CellPlace>();
  const [editing, setEditing] = useState<Editing>();

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
    options.focus();
  };
  const startEdit = (place: CellPlace, seed?: string) => {
    setActive(place);
    if (options.isEditable(place)) setEditing({ ...place, seed });
  };
  /** Text begins to edit the active cell; what comes before its input is there goes on with that. */
  const type = (text: string) => {
    if (editing) setEditing({ ...editing, seed: (editing.seed ?? '') + text });
    else if (active) startEdit(active, text);
  };
  const press = (event: KeyboardEvent) => {
    if (editing || event.nativeEvent.isComposing || event.altKey) return;
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && active) return options.open(active.row);
    if (event.ctrlKey || event.metaKey) return;
    const { row, column } = active ?? { row: -1, column: 0 };
    const step = steps[event.key] ?? (active ? undefined : letters[event.key]);
    if (step) goTo(row + step[0], column + step[1], event.shiftKey);
    else if (event.key === 'Home') goTo(row, 0, event.shiftKey);
    else if (event.key === 'End') goTo(row, options.columns - 1, event.shiftKey);
    else if (event.key === 'Escape') options.leave();
    else if (!active) return;
    else if (event.key === 'Enter' && column > 0 && options.isEditable(active)) startEdit(active);
    else if (event.key === 'F2') startEdit(active);
    else if (event.key === 'Enter') options.open(row);
    else if (event.key === ' ' && !event.shiftKey && options.isBox(active)) options.flip(active);
    else if (event.key === ' ') options.toggle(row, event.shiftKey);
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
    type,
    /** Ends editing, and goes on by so many rows and columns. */
    stopEdit([rows, columns]: readonly [rows: number, columns: number]) {
      setEditing(undefined);
      if (editing && (rows !== 0 || columns !== 0)) goTo(editing.row + rows, editing.column + columns, false);
      else options.focus();
    },
  };
}
