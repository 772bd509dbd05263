import { createStore } from '#web/kit/store.ts';
import type { Entry } from './entry.ts';

/** The time of a series about which somebody is asked what he wants with it, if any. */
export const openedOccurrence = createStore<Entry | undefined>(undefined);
