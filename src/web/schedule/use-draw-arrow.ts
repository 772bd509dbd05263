import { type PointerEvent, useState } from 'react';
import type { Point } from './arrow-lines.tsx';

/** Draws an arrow with the mouse from the knob of one bar to another, whose id is told when it is let go there. */
export function useDrawArrow(onDrawn: (before: string, after: string) => void) {
  const [drawing, setDrawing] = useState<readonly [Point, Point]>();

  const begin = (id: string) => (event: PointerEvent<HTMLElement>) => {
    const knob: HTMLElement = event.currentTarget;
    const [lane, rows] = [knob.closest('[data-lane]'), knob.closest('ul')];
    // Fingers scroll.
    if (!lane || !rows || event.button !== 0 || event.pointerType !== 'mouse') return;
    event.preventDefault();
    event.stopPropagation();
    knob.setPointerCapture(event.pointerId);
    const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => ({
      x: clientX - lane.getBoundingClientRect().left,
      y: clientY - rows.getBoundingClientRect().top,
    });
    const from = pointOf(event);
    const over = new AbortController();
    const { signal } = over;
    const end = () => {
      over.abort();
      setDrawing(undefined);
    };
    knob.addEventListener('pointermove', (move) => setDrawing([from, pointOf(move)]), { signal });
    knob.addEventListener('pointercancel', end, { signal });
    knob.addEventListener(
      'pointerup',
      ({ clientX, clientY }) => {
        end();
        const bar = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-bar]');
        const after = bar?.dataset.bar;
        if (after !== undefined && after !== id) onDrawn(id, after);
      },
      { signal },
    );
  };
  return { drawing, begin };
}
