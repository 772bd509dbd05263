import { createStore } from '#web/kit/store.ts';

/** Whether the help of the screen is open. */
export const help = createStore(false);

/** Shows what can be done on the screen at hand. */
export function openHelp(): void {
  help.set(true);
}
