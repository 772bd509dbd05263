import { Outlet } from '@tanstack/react-router';
import { MetaContext, useKnownMeta } from '#web/api/queries.ts';
import { HintHost } from '#web/kit/hint/hint-host.tsx';
import { lazyPart } from '#web/kit/lazy-part.tsx';

/** Nobody is told anything before he has done something; what is told before this is there waits in its store. */
const Messages = lazyPart(() => import('./messages.tsx'), 'Messages');

/** The page and, above it, short messages and hints. */
export function Root() {
  return (
    <>
      <Outlet />
      <MetaContext value={useKnownMeta()}>
        <Messages />
      </MetaContext>
      <HintHost />
    </>
  );
}
