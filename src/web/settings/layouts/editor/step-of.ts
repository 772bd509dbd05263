import type { KeyboardEvent } from 'react';

/** Alt with an arrow moves what has the focus a step: -1 towards the beginning, 1 towards the end, else 0. */
export function stepOf(event: KeyboardEvent): number {
  if (!event.altKey) return 0;
  const step = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key] ?? 0;
  if (step !== 0) event.preventDefault();
  return step;
}
