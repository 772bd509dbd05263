import type { ActionMeta } from '#kernel/meta.ts';
import type { RecordJson } from '#web/api/record.ts';
import { createStore } from '#web/kit/store.ts';

interface AskedAction {
  readonly action: ActionMeta;
  readonly record: RecordJson;
}

/** The action that was picked in the palette and waits for its input. */
export const askedAction = createStore<AskedAction | undefined>(undefined);

/** Asks for an action's input over whatever is on screen, then runs it. */
export function askAction(asked: AskedAction): void {
  askedAction.set(asked);
}
