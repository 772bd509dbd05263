import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { explainAccess } from '../people/explain-access.ts';
import type { Context } from '../records/context.ts';
import { revealField } from '../records/reveal-field.ts';
import { bodyOf } from './body.ts';

type Request = FastifyRequest<{
  Params: { object: string; id: string };
  Querystring: { person?: unknown };
  Body: unknown;
}>;

/** Why somebody can reach a record, and the whole value of a field that is masked. */
export function accessRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const known = async (request: Request) => {
    const context = await contextOf(request);
    if (!context.registry.objects.has(request.params.object)) throw new Refusal('notFound');
    return context;
  };

  app.get('/api/records/:object/:id/access', async (request: Request) => {
    const context = await known(request);
    const { object, id } = request.params;
    const { person = context.actor.id } = request.query;
    if (typeof person !== 'string') throw new Refusal('invalid', [{ field: 'person', code: 'notAnId' }]);
    return explainAccess(context, object, id, person);
  });

  app.post('/api/records/:object/:id/reveal', async (request: Request) => {
    const context = await known(request);
    const { object, id } = request.params;
    const { field } = bodyOf(request);
    if (typeof field !== 'string') throw new Refusal('invalid', [{ field: 'field', code: 'required' }]);
    return { value: await revealField(context, object, id, field) };
  });
}
