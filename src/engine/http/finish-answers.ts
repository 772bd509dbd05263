import type { FastifyInstance } from 'fastify';

/**
 * Lets a server that closes finish the answers that it is making, also those that nobody waits for any more: they
 * read the database to their end. Comes before the routes.
 */
export function finishAnswers(app: FastifyInstance): void {
  const underWay = new Set<Promise<void>>();
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    route.handler = function (request, reply) {
      const answer = handler.call(this, request, reply);
      if (answer instanceof Promise) {
        const settled = answer.then(
          () => void underWay.delete(settled),
          () => void underWay.delete(settled),
        );
        underWay.add(settled);
      }
      return answer;
    };
  });
  app.addHook('onClose', async () => void (await Promise.all(underWay)));
}
