import { createStore } from '#web/kit/store.ts';

/** Whether the command palette is open. */
export const palette = createStore(false);

/** Opens the command palette. */
export function openPalette(): void {
  palette.set(true);
}
