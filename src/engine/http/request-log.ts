import type { FastifyInstance } from 'fastify';

/**
 * Writes a line of JSON for each answer. It names the route and not the address, whose parts and query may hold what
 * people looked for, and neither headers nor bodies.
 */
export function requestLog(app: FastifyInstance, write: ((line: string) => void) | undefined): void {
  if (write === undefined) return;
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode: status, elapsedTime } = reply;
    write(
      JSON.stringify({
        time: new Date().toISOString(),
        level: status >= 500 ? 'error' : 'info',
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status,
        milliseconds: Math.round(elapsedTime * 10) / 10,
      }),
    );
  });
}
