import { lazyDialog } from '#web/kit/lazy-dialog.tsx';

/** Asks for what an action needs to know, then runs it. */
export const ActionDialog = lazyDialog(() => import('./action-form-dialog.tsx'), 'ActionFormDialog');
