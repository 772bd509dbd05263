import { createStore } from '#web/kit/store.ts';

/** The id of the record that is being put on paper. */
export const printed = createStore<string | undefined>(undefined);
