import { type PointerEvent, useMemo, useRef } from 'react';
import type { Bar } from './bar.ts';
import type { BarPart } from './moved-bar.ts';

/** What is done with the rows of a chart. */
export interface RowActs {
  move(bar: Bar, part: BarPart, days: number): void;
  /** Asks what a record comes after. */
  askAfter(bar: Bar): void;
  /** Begins an arrow at a bar's end. */
  beginArrow(id: string): (event: PointerEvent<HTMLElement>) => void;
}

/** The same at every drawing, so that rows that stand already are not drawn anew while one scrolls. */
export function useRowActs(acts: RowActs): RowActs {
  const latest = useRef(acts);
  latest.current = acts;
  return useMemo(
    () => ({
      move: (...given) => latest.current.move(...given),
      askAfter: (bar) => latest.current.askAfter(bar),
      beginArrow: (id) => (event) => latest.current.beginArrow(id)(event),
    }),
    [],
  );
}
