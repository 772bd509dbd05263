import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { declaredRights } from '../access/declared-rights.ts';
import { explainAccess } from '../people/explain-access.ts';
import { unlimitedRole } from '../people/load-actor.ts';
import { seesRecord } from '../people/sees-record.ts';
import type { Context } from '../records/context.ts';
import { revealField } from '../records/reveal-field.ts';
import { bodyOf } from './body.ts';
import { labelsOf } from './labels.ts';

type Request = FastifyRequest<{
  Params: { object: string; id: string };
  Querystring: { person?: unknown };
  Body: unknown;
}>;

/** Why somebody can reach a record, the whole value of a field that is masked, and what is declared for each role. */
export function accessRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const known = async (request: Request) => {
    const context = await contextOf(request);
    if (!context.registry.objects.has(request.params.object)) throw new Refusal('notFound');
    return context;
  };

  /** The person asked about; himself where he names nobody. */
  const personOf = ({ query }: Request, { actor }: Context) => {
    const { person = actor.id } = query;
    if (typeof person !== 'string') throw new Refusal('invalid', [{ field: 'person', code: 'notAnId' }]);
    return person;
  };

  app.get('/api/records/:object/:id/access', async (request: Request) => {
    const context = await known(request);
    const { object, id } = request.params;
    return explainAccess(context, object, id, personOf(request, context));
  });

  app.get('/api/records/:object/:id/seen', async (request: Request) => {
    const context = await known(request);
    const { object, id } = request.params;
    return { seen: await seesRecord(context, object, id, personOf(request, context)) };
  });

  app.get('/api/rights', async (request) => {
    const { registry, actor } = await contextOf(request);
    if (!actor.unlimited) throw new Refusal('forbidden');
    return declaredRights(registry, labelsOf(registry, actor.locale), unlimitedRole);
  });

  app.post('/api/records/:object/:id/reveal', async (request: Request) => {
    const context = await known(request);
    const { object, id } = request.params;
    const { field } = bodyOf(request);
    if (typeof field !== 'string') throw new Refusal('invalid', [{ field: 'field', code: 'required' }]);
    return { value: await revealField(context, object, id, field) };
  });
}
