import type { QueryClient } from '@tanstack/react-query';
import type { AnyRoute } from '@tanstack/react-router';
import { metaQuery } from '#web/api/queries.ts';
import type { AppRouter } from './router.tsx';

/**
 * Begins to fetch what the page at the present address needs, all at once: the router asks for a page's code only when it
 * knows who is there. What fails here is asked for again, and told of, by whoever needs it.
 */
export function fetchFirst(router: AppRouter, client: QueryClient): void {
  const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
  const ways = router.matchRoutes(router.latestLocation).map(({ routeId }) => String(routeId));
  if (ways.includes('/app')) client.prefetchQuery(metaQuery);
  for (const way of ways) {
    const route = routes[way];
    if (route) router.loadRouteChunk(route)?.catch(() => undefined);
  }
}
