import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import type { ApiKey, NewApiKey } from '../api-keys.ts';
import type { Caller } from '../caller.ts';
import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';

/** `/api/api-keys`: the caller's own keys. */
export function apiKeyRoutes(app: FastifyInstance, identity: Identity): void {
  app.get('/api/api-keys', async (request, reply) => {
    const keys = await identity.apiKeys.list(await signedIn(identity, request));
    return reply.header('cache-control', 'no-store').send({ apiKeys: keys.map(keyJson) });
  });

  app.post('/api/api-keys', async (request, reply) => {
    const owner = await signedIn(identity, request);
    const { key, ...made } = await identity.apiKeys.create(owner, (request.body ?? {}) as NewApiKey);
    return reply
      .code(201)
      .header('cache-control', 'no-store')
      .send({ ...keyJson(made), key });
  });

  app.delete<{ Params: { id: string } }>('/api/api-keys/:id', async (request, reply) => {
    const owner = await signedIn(identity, request);
    if (!(await identity.apiKeys.revoke(owner, request.params.id))) throw refuse('notFound', 'noApiKey');
    return reply.code(204).send();
  });
}

/** A key must not make keys: a stolen one could outlive its revocation, a narrow one become a wide one. */
async function signedIn(identity: Identity, request: FastifyRequest): Promise<Caller> {
  const caller = await identity.authenticate(request.headers);
  if (caller === undefined) throw refuse('unauthenticated', 'signInRequired');
  if (caller.via !== 'session') throw refuse('forbidden', 'sessionRequired');
  return caller;
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
