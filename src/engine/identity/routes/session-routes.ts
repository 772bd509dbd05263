import type { FastifyInstance } from 'fastify';
import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';
import { takeUp } from '../sessions/own-session-cookie.ts';
import { clearSessionCookie } from '../sessions/set-session-cookie.ts';
import { addressOf } from '../sessions/visitor.ts';
import { signedIn } from './signed-in.ts';

/** `/api/sessions`: where one is signed in; and signing out. */
export function sessionRoutes(app: FastifyInstance, identity: Identity): void {
  const { sessions } = identity;

  app.get('/api/sessions', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { sessions: await sessions.list(await signedIn(identity, request)) };
  });

  app.delete<{ Params: { id: string } }>('/api/sessions/:id', async (request, reply) => {
    const caller = await signedIn(identity, request);
    if (!(await sessions.end(caller, request.params.id, addressOf(request))))
      throw refuse('notFound', 'noSession');
    return reply.code(204).send();
  });

  app.delete('/api/sessions', async (request, reply) => {
    await sessions.endOthers(await signedIn(identity, request), addressOf(request));
    return reply.code(204).send();
  });

  app.post('/api/auth/sign-out', async (request, reply) => {
    const caller = await identity.authenticate(request.headers);
    if (caller?.impersonator !== undefined) {
      await sessions.endActing(caller, addressOf(request));
      takeUp(identity, request, reply);
      return reply.header('cache-control', 'no-store').send({ success: true });
    }
    if (caller?.sessionId !== undefined) await sessions.end(caller, caller.sessionId, addressOf(request));
    clearSessionCookie(identity, reply);
    return reply.header('cache-control', 'no-store').send({ success: true });
  });
}
