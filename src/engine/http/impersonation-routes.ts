import type { FastifyInstance } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import type { Identity } from '../identity/identity.ts';
import { readBody, required } from '../identity/read-body.ts';
import { refuse } from '../identity/refuse.ts';
import { serviceOwner } from '../identity/service-users.ts';
import { actAs, actingMinutes } from '../identity/sessions/act-as.ts';
import { putAside, takeUp } from '../identity/sessions/own-session-cookie.ts';
import { setSessionCookie } from '../identity/sessions/set-session-cookie.ts';
import { visitorOf } from '../identity/sessions/visitor.ts';
import type { Surroundings } from '../identity/surroundings.ts';
import { unlimitedRole } from '../people/load-actor.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';

interface Params {
  readonly Params: { readonly id: string };
}

/** `/api/people/{id}/impersonation`: an administrator sees and does what somebody else would, under both names. */
export function impersonationRoutes(
  app: FastifyInstance,
  identity: Identity,
  { directory }: Surroundings,
  contextOf: ContextOf,
): void {
  app.post<Params>('/api/people/:id/impersonation', async (request, reply) => {
    const { workspace, actor, database } = await administratorContext(request, identity, contextOf);
    const { reason } = readBody(request.body, { reason: required((input) => textInput(input, 500)) });
    const person = { workspace: workspace.name, userId: request.params.id };
    const found = await directory.find(person);
    if (!found?.active || found.userId === actor.id || found.roles.includes(unlimitedRole))
      throw refuse('forbidden', 'mayNotActAs');
    if ((await serviceOwner(identity, person)) !== undefined) throw refuse('forbidden', 'mayNotActAs');
    const by = { administrator: actor.id ?? '', reason };
    const token = await actAs(database, person, by, visitorOf(identity, request));
    if (token === undefined) throw refuse('forbidden', 'mayNotActAs');
    putAside(identity, request, reply, actingMinutes * 60);
    setSessionCookie(identity, reply, token, true);
    return reply.code(201).send({ minutes: actingMinutes });
  });

  app.delete('/api/impersonation', async (request, reply) => {
    const caller = await identity.authenticate(request.headers);
    if (caller?.impersonator === undefined) throw refuse('notFound', 'notActing');
    await identity.sessions.endActing(caller, visitorOf(identity, request).ip);
    takeUp(identity, request, reply);
    return reply.code(204).send();
  });
}
