import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { noteAllSeen, noteLook } from '../looks/note-look.ts';
import { unseenChanges } from '../looks/unseen-changes.ts';
import type { Context } from '../records/context.ts';

/** `/api/looks`: what the caller had before him, and what others did to it since. */
export function lookRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get('/api/looks', async (request) => ({ changes: await unseenChanges(await contextOf(request)) }));

  app.post('/api/looks/:object/:id', async (request) => {
    const context = await contextOf(request);
    const { object, id } = request.params as { object: string; id: string };
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    return { since: await noteLook(context, object, id) };
  });

  app.post('/api/looks/seen', async (request, reply) => {
    await noteAllSeen(await contextOf(request));
    return reply.code(204).send();
  });
}
