import type { FastifyInstance, FastifyRequest } from 'fastify';
import { listNotifications } from '../notifications/list-notifications.ts';
import { markAllRead, markNotification } from '../notifications/mark-notifications.ts';
import type { Context } from '../records/context.ts';
import { bodyOf } from './body.ts';
import { notificationChange } from './notification-input.ts';

/** `/api/notifications`: what the caller has been told, and what he has seen of it. */
export function notificationRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get('/api/notifications', async (request) => {
    const { unread, cursor } = request.query as { unread?: unknown; cursor?: unknown };
    return listNotifications(await contextOf(request), {
      unread: unread === 'true',
      ...(typeof cursor === 'string' && { cursor }),
    });
  });

  app.patch('/api/notifications/:id', async (request, reply) => {
    const context = await contextOf(request);
    const { id } = request.params as { id: string };
    await markNotification(context, id, notificationChange(bodyOf(request)));
    return reply.code(204).send();
  });

  app.post('/api/notifications/read-all', async (request, reply) => {
    await markAllRead(await contextOf(request));
    return reply.code(204).send();
  });
}
