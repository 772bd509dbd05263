import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { uuidv7 } from '../database/uuid.ts';
import type { NewApiKey } from '../identity/api-keys.ts';
import type { Identity } from '../identity/identity.ts';
import { readBody, required } from '../identity/read-body.ts';
import { refuse } from '../identity/refuse.ts';
import { listServiceUsers, makeServiceUser, serviceOwner } from '../identity/service-users.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { createRecords } from '../records/create.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';
import { bodyOf } from './body.ts';

interface Params {
  readonly Params: { readonly id: string; readonly key: string };
}

/** `/api/service-users`: programs that work here under names of their own, by keys alone. For administrators. */
export function serviceUserRoutes(app: FastifyInstance, identity: Identity, contextOf: ContextOf): void {
  const asked = async (request: FastifyRequest) => {
    const context = await administratorContext(request, identity, contextOf);
    const by = { actor: context.actor.id, ip: addressOf(request) };
    return { context, workspace: context.workspace.name, by };
  };
  const ownerOf = async (workspace: string, userId: string) => {
    const owner = await serviceOwner(identity, { workspace, userId });
    if (owner === undefined) throw refuse('notFound', 'noServiceUser');
    return owner;
  };

  app.get('/api/service-users', async (request, reply) => {
    const { workspace } = await asked(request);
    reply.header('cache-control', 'no-store');
    return { serviceUsers: await listServiceUsers(identity, workspace) };
  });

  app.post('/api/service-users', async (request, reply) => {
    const { context, workspace, by } = await asked(request);
    const { name } = readBody(request.body, { name: required((input) => textInput(input, 100)) });
    const id = uuidv7();
    await context.database.transaction(async (database) => {
      const values = { name, roles: bodyOf(request).roles ?? [] };
      await createRecords({ ...context, database }, context.registry.people, [{ id, values }]);
      await makeServiceUser(identity, { workspace, userId: id, name }, by, database);
    });
    return reply.code(201).send({ userId: id, enabled: true, keys: [] });
  });

  app.post<Params>('/api/service-users/:id/keys', async (request, reply) => {
    const { workspace, by } = await asked(request);
    const owner = await ownerOf(workspace, request.params.id);
    const made = await identity.apiKeys.create(owner, bodyOf(request) as unknown as NewApiKey, by);
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });

  app.delete<Params>('/api/service-users/:id/keys/:key', async (request, reply) => {
    const { workspace, by } = await asked(request);
    const owner = await ownerOf(workspace, request.params.id);
    if (!(await identity.apiKeys.revoke(owner, request.params.key, by))) throw refuse('notFound', 'noApiKey');
    return reply.code(204).send();
  });
}
