import { createStore } from '#web/kit/store.ts';

/** Whether what I have been told is shown. */
export const notificationPanel = createStore(false);
