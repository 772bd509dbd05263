import { useWindowEvent } from '@mantine/hooks';
import { useRef } from 'react';

/**
 * Tells which column mouse or finger let go over. The drag library knows only what was drawn last, which on a
 * busy machine is where the card was a moment ago.
 */
export function useColumnLetGoOver(): () => string | undefined {
  const point = useRef<{ readonly x: number; readonly y: number }>(undefined);
  useWindowEvent('pointerup', ({ clientX: x, clientY: y }) => (point.current = { x, y }), { capture: true });
  return () => {
    const { x, y } = point.current ?? { x: -1, y: -1 };
    for (const element of document.elementsFromPoint(x, y)) {
      const column = element.closest<HTMLElement>('[data-column]');
      if (column) return column.dataset.column;
    }
    return undefined;
  };
}
