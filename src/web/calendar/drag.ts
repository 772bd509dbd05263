import type { PointerEvent as ReactPointerEvent } from 'react';

interface Drag {
  /** How far the pointer is from where it went down, and over what. */
  onMove(dx: number, dy: number, over: Element | null): void;
  /** Let go; without a move it was a click, and nothing is told. */
  onDrop(dx: number, dy: number, over: Element | null): void;
  onCancel(): void;
}

const threshold = 4;

/** Follows a mouse or pen from here until it lets go or Escape is pressed. A finger scrolls instead. */
export function followPointer(event: ReactPointerEvent, { onMove, onDrop, onCancel }: Drag): void {
  if (event.button !== 0 || !['mouse', 'pen'].includes(event.pointerType)) return;
  const [x, y] = [event.clientX, event.clientY];
  let dragging = false;
  const over = (at: PointerEvent) =>
    document.elementsFromPoint(at.clientX, at.clientY).find((element) => element.closest('[data-day]')) ??
    null;
  const move = (at: PointerEvent) => {
    const [dx, dy] = [at.clientX - x, at.clientY - y];
    dragging ||= Math.hypot(dx, dy) >= threshold;
    if (dragging) onMove(dx, dy, over(at));
  };
  const stop = () => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', drop);
    removeEventListener('keydown', giveUp);
  };
  const drop = (at: PointerEvent) => {
    stop();
    if (!dragging) return;
    // The click that follows would open what was dragged.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }));
    onDrop(at.clientX - x, at.clientY - y, over(at));
  };
  const giveUp = (at: KeyboardEvent) => {
    if (at.key !== 'Escape') return;
    stop();
    onCancel();
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', drop);
  addEventListener('keydown', giveUp);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
