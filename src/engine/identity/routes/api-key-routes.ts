import type { FastifyInstance } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { ApiKey, NewApiKey } from '../api-keys.ts';
import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';
import { addressOf } from '../sessions/visitor.ts';
import { signedIn } from './signed-in.ts';

/** `/api/api-keys`: the caller's own keys. */
export function apiKeyRoutes(app: FastifyInstance, identity: Identity): void {
  app.get('/api/api-keys', async (request, reply) => {
    const keys = await identity.apiKeys.list(await signedIn(identity, request));
    return reply.header('cache-control', 'no-store').send({ apiKeys: keys.map(keyJson) });
  });

  app.post('/api/api-keys', async (request, reply) => {
    const owner = await signedIn(identity, request);
    const { key, ...made } = await identity.apiKeys.create(owner, (request.body ?? {}) as NewApiKey, {
      ip: addressOf(request),
    });
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...keyJson(made), key });
  });

  app.delete<{ Params: { id: string } }>('/api/api-keys/:id', async (request, reply) => {
    const owner = await signedIn(identity, request);
    const by = { ip: addressOf(request) };
    if (!(await identity.apiKeys.revoke(owner, request.params.id, by))) throw refuse('notFound', 'noApiKey');
    return reply.code(204).send();
  });
}

function keyJson(key: ApiKey): Record<string, unknown> {
  const instant = (date: Date | null) => date && formatInstant(date.getTime());
  return {
    id: key.id,
    name: key.name,
    start: key.start,
    scopes: key.scopes,
    createdAt: instant(key.createdAt),
    expiresAt: instant(key.expiresAt),
    lastUsedAt: instant(key.lastUsedAt),
  };
}
