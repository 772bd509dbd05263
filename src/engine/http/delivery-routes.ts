import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import { listDeliveries, retryDelivery } from '../notifications/deliveries.ts';
import type { Context } from '../records/context.ts';

const states = ['waiting', 'done', 'skipped', 'failed'];

/** How notifications reached people by mail and push, and another try for those that did not; for administrators. */
export function deliveryRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const administrator = async (request: FastifyRequest) => {
    const context = await contextOf(request);
    if (!context.actor.unlimited) throw new Refusal('forbidden');
    return context;
  };

  app.get('/api/notification-deliveries', async (request) => {
    const { state } = request.query as { state?: unknown };
    if (state !== undefined && !states.includes(quotedValue(state)))
      throw new Refusal('invalid', [
        {
          field: 'state',
          code: 'notAChoice',
          parameters: { value: quotedValue(state), choices: states.join(', ') },
        },
      ]);
    return { deliveries: await listDeliveries(await administrator(request), state as string | undefined) };
  });

  app.post('/api/notification-deliveries/:id/retry', async (request, reply) => {
    await retryDelivery(await administrator(request), (request.params as { id: string }).id);
    return reply.code(204).send();
  });
}
