import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import type { CompanyRegistries } from '../run-time/company-registries.ts';
import { eraseObject } from '../run-time/erase-object.ts';
import { objectConsequencesOf } from '../run-time/object-consequences.ts';
import { readDefinitions, readObjects } from '../run-time/read-definitions.ts';
import { unlimitedContext } from './administrator-context.ts';

type Request = FastifyRequest<{ Params: { id: string } }>;

/** `/api/objects/…`: what hangs on an object that the company has added, and its deletion for good. */
export function objectRoutes(
  app: FastifyInstance,
  base: Registry,
  registries: CompanyRegistries,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const asked = async (request: Request) => {
    const context = await unlimitedContext(request, contextOf);
    const { database, workspace } = context;
    const all = await readObjects(database, base, workspace.schema);
    const definition = all.find(({ id }) => id === knownId(request.params.id));
    if (definition === undefined) throw new Refusal('notFound');
    return { context, definition, fields: await readDefinitions(database, base, workspace.schema) };
  };

  app.get('/api/objects/:id/consequences', async (request: Request) => {
    const { context, definition, fields } = await asked(request);
    return objectConsequencesOf(context, fields, definition);
  });

  app.delete('/api/objects/:id', async (request: Request, reply) => {
    const { context, definition, fields } = await asked(request);
    await eraseObject(context, registries.owner, base, definition, fields);
    registries.renew(context.workspace.schema).catch(() => undefined);
    await registries.of(context.workspace.schema);
    return reply.code(204).send();
  });
}
