import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useWhenIdle } from '#web/kit/use-when-idle.ts';

/** About how much of the window stands above the rows of a table, in pixels. */
const above = 200;

/**
 * Which of so many rows of one height, in pixels, are drawn: those in sight and, so that scrolling finds them there, their
 * neighbours; these when the table has `settled`, for who has just come sees the first rows sooner without them.
 */
export function useTableRows(scroller: RefObject<HTMLElement | null>, count: number, height: number) {
  const [settled, setSettled] = useState(false);
  useWhenIdle(() => setSettled(true));
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: settled ? 12 : 2,
    // Guessed until the table is measured, for else it would be drawn once without rows.
    initialRect: { width: window.innerWidth, height: window.innerHeight - above },
  });
  const measured = useRef(height);
  useEffect(() => {
    if (measured.current === height) return;
    measured.current = height;
    rows.measure();
  }, [rows, height]);
  return { rows, settled };
}
