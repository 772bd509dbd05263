import type { FastifyInstance } from 'fastify';
import { listDeliveries, retryDelivery } from '../notifications/deliveries.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';
import { stateAsked } from './state-asked.ts';

const states = ['waiting', 'done', 'skipped', 'failed'];

/** How notifications reached people by mail and push, and another try for those that did not; for administrators. */
export function deliveryRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  app.get('/api/notification-deliveries', async (request) => {
    const state = stateAsked(request, states);
    return { deliveries: await listDeliveries(await unlimitedContext(request, contextOf), state) };
  });

  app.post('/api/notification-deliveries/:id/retry', async (request, reply) => {
    await retryDelivery(await unlimitedContext(request, contextOf), (request.params as { id: string }).id);
    return reply.code(204).send();
  });
}
