import type { QueryClient } from '@tanstack/react-query';
import { metaQuery } from '#web/api/queries.ts';
import { fetchCode } from './fetch-code.ts';
import type { AppRouter } from './router.tsx';

/**
 * Begins to fetch what the page at the present address needs, all at once: the router asks for a page's code only when it
 * knows who is there.
 */
export function fetchFirst(router: AppRouter, client: QueryClient): void {
  const { pathname } = router.latestLocation;
  if (router.matchRoutes(pathname).some(({ routeId }) => routeId === '/app')) client.prefetchQuery(metaQuery);
  fetchCode(router, pathname);
}
