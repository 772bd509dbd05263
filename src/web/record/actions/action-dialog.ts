import { lazyPart } from '#web/kit/lazy-part.tsx';

/** Asks for what an action needs to know, then runs it. */
export const ActionDialog = lazyPart(() => import('./action-form-dialog.tsx'), 'ActionFormDialog');
