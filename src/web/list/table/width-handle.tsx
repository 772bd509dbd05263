import { type PointerEvent, useRef } from 'react';
import classes from './table.module.css';
import { widthLimits } from './table-layout.ts';

interface WidthHandleProps {
  readonly width: number;
  /** While it is drawn; undefined when it is let go. */
  onDraw(width: number | undefined): void;
  onChange(width: number): void;
}

/** A width within what a column can have. */
export function fittingWidth(width: number): number {
  return Math.round(Math.max(widthLimits.least, Math.min(width, widthLimits.most)));
}

/** The right edge of a column's head, drawn with the pointer; the column's menu does the same for the keyboard. */
export function WidthHandle({ width, onDraw, onChange }: WidthHandleProps) {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const at = (event: PointerEvent) => {
    const { x, width: before } = start.current ?? { x: event.clientX, width };
    return fittingWidth(before + event.clientX - x);
  };
  const letGo = () => {
    start.current = undefined;
    onDraw(undefined);
  };
  return (
    <div
      aria-hidden
      className={classes.handle}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        const drawn = event.currentTarget.parentElement?.getBoundingClientRect().width ?? width;
        start.current = { x: event.clientX, width: drawn };
      }}
      onPointerMove={(event) => start.current && onDraw(at(event))}
      onPointerUp={(event) => {
        if (!start.current) return;
        const next = at(event);
        letGo();
        onChange(next);
      }}
      onPointerCancel={letGo}
    />
  );
}
