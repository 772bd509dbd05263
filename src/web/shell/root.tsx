import { Outlet } from '@tanstack/react-router';
import { lazyDialog } from '#web/kit/lazy-dialog.tsx';

/** Nobody is told anything before he has done something; what is told before this is there waits in its store. */
const Messages = lazyDialog(() => import('./messages.tsx'), 'Messages');

/** The page and, above it, short messages. */
export function Root() {
  return (
    <>
      <Outlet />
      <Messages />
    </>
  );
}
