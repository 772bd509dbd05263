import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findPlaces, placesCalled } from '../places/find-places.ts';
import type { Context } from '../records/context.ts';

type Request = FastifyRequest<{ Querystring: { q?: unknown; codes?: unknown } }>;

/** Names of places at a time. */
const most = 200;

/** `/api/places`: the regions and cities in which positions lie, found by their names or called by their codes. */
export function placeRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get('/api/places', async (request: Request) => {
    const { locale } = (await contextOf(request)).actor;
    const { q, codes } = request.query;
    const places =
      typeof codes === 'string'
        ? placesCalled(codes.split(',').slice(0, most), locale)
        : findPlaces(typeof q === 'string' ? q.slice(0, 100) : '', locale);
    return { places };
  });
}
