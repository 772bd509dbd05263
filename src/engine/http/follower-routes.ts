import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { followersOf } from '../people/followers.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';

type Request = FastifyRequest<{ Params: { object: string; id: string } }>;

/** Who follows a record. */
export function followerRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get('/api/records/:object/:id/followers', async (request: Request) => {
    const context = await contextOf(request);
    const { object, id } = request.params;
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    await readRecord(context, object, id, ['id']);
    return { followers: await followersOf(context, object, id) };
  });
}
