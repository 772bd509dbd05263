import type { QueryClient } from '@tanstack/react-query';
import type { AnyRoute } from '@tanstack/react-router';
import { metaQuery } from '#web/api/queries.ts';
import type { AppRouter } from './router.tsx';

/**
 * Begins to fetch what the page at the present address needs, all at once: the router asks for a page's code only when it
 * knows who is there.
 */
export function fetchFirst(router: AppRouter, client: QueryClient): void {
  const { pathname } = router.latestLocation;
  if (waysTo(router, pathname).includes('/app')) client.prefetchQuery(metaQuery);
  fetchCode(router, pathname);
}

/** Begins to fetch the code of the page at an address. What fails here is asked for again, and told of, by whoever needs it. */
export function fetchCode(router: AppRouter, pathname: string): void {
  const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
  for (const way of waysTo(router, pathname)) {
    const route = routes[way];
    if (route) router.loadRouteChunk(route)?.catch(() => undefined);
  }
}

function waysTo(router: AppRouter, pathname: string): readonly string[] {
  return router.matchRoutes(pathname).map(({ routeId }) => String(routeId));
}
