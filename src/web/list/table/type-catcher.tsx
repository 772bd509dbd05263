import { type KeyboardEvent, type Ref, useRef } from 'react';
import type { CellPlace } from './sheet/cell-range.ts';
import classes from './table.module.css';

interface TypeCatcherProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly grid: string;
  readonly active: CellPlace | undefined;
  onKeyDown(event: KeyboardEvent): void;
  /** Somebody came here with the Tab key. */
  onEnter(): void;
  /** Text was typed, or an input method has finished composing it. */
  onTyped(text: string): void;
}

/**
 * Has the focus while a cell is active, since input methods compose nowhere but in an input: what is typed begins to edit
 * the cell, in Chinese too. While something is being composed it is shown in the place of the cell.
 */
export function TypeCatcher({ ref, label, grid, active, onKeyDown, onEnter, onTyped }: TypeCatcherProps) {
  const composing = useRef(false);
  const id = active && `cell-${active.row}-${active.column}`;
  const take = (input: HTMLInputElement) => {
    const text = input.value;
    input.value = '';
    if (text !== '') onTyped(text);
  };
  return (
    <input
      ref={ref}
      type="text"
      className={classes.catcher}
      aria-label={label}
      aria-controls={grid}
      aria-activedescendant={id}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      onKeyDown={(event) => {
        const cell = document.getElementById(id ?? '')?.getBoundingClientRect();
        const { style } = event.currentTarget;
        if (cell) Object.assign(style, { left: `${cell.left}px`, top: `${cell.top}px` });
        if (cell) Object.assign(style, { width: `${cell.width}px`, height: `${cell.height}px` });
        onKeyDown(event);
      }}
      onKeyUp={(event) => {
        if (event.key === 'Tab' && !active) onEnter();
      }}
      onCompositionStart={(event) => {
        composing.current = true;
        event.currentTarget.toggleAttribute('data-composing', true);
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        event.currentTarget.toggleAttribute('data-composing', false);
        take(event.currentTarget);
      }}
      onInput={(event) => {
        if (!composing.current) take(event.currentTarget);
      }}
    />
  );
}
