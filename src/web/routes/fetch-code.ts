import type { AnyRoute, AnyRouter } from '@tanstack/react-router';

/** Begins to fetch the code of the page at an address. What fails here is asked for again, and told of, by whoever needs it. */
export function fetchCode(router: AnyRouter, pathname: string): void {
  const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
  for (const { routeId } of router.matchRoutes(pathname)) {
    const route = routes[String(routeId)];
    if (route) router.loadRouteChunk(route)?.catch(() => undefined);
  }
}
