import { createStore } from '#web/kit/store.ts';

/** Whether the list of keys is open. */
export const shortcutHelp = createStore(false);

/** Shows the list of keys. */
export function openShortcutHelp(): void {
  shortcutHelp.set(true);
}
