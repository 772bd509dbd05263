import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { FastifyInstance } from 'fastify';
import { textInput } from '#kernel/field/text-input.ts';
import { Unacceptable } from '#kernel/problem.ts';
import { recordAuditEntry } from '../../audit/record-audit-entry.ts';
import { databaseOn } from '../../database/database.ts';
import type { Identity } from '../identity.ts';
import { networkAddress } from '../network-address.ts';
import { readBody, required } from '../read-body.ts';
import { refuse } from '../refuse.ts';
import { firstMembership } from '../sessions/first-membership.ts';
import { addressOf } from '../sessions/visitor.ts';
import type { Surroundings } from '../surroundings.ts';
import { letIn } from './finish-sign-in.ts';
import { limitAttempts } from './limit-attempts.ts';
import { signedIn } from './signed-in.ts';
import { withPassword } from './with-password.ts';

/** What a browser answers; its parts are judged by the library that knows them. */
function browserAnswer(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || typeof (input as { id?: unknown }).id !== 'string')
    throw new Unacceptable('notPasskey');
  return input;
}

/** `/api/passkeys`: one's own; `/api/auth/passkey`: signing in with one. */
export function passkeyRoutes(app: FastifyInstance, identity: Identity, around: Surroundings): void {
  const { passkeys } = identity;

  app.get('/api/passkeys', async (request, reply) => {
    const { identityId } = await signedIn(identity, request);
    reply.header('cache-control', 'no-store');
    return { passkeys: await passkeys.list(identityId) };
  });

  app.post('/api/passkeys/begin', async (request, reply) => {
    const caller = await signedIn(identity, request);
    // A provider of one workspace must not leave a way in to others behind.
    if (caller.signedInBy === 'oidc' || caller.signedInBy === 'saml')
      throw refuse('forbidden', 'ownSignInRequired');
    await withPassword(identity, request);
    const person = await around.directory.find(caller);
    reply.header('cache-control', 'no-store');
    return passkeys.beginRegistration(caller, person?.email ?? '', person?.name ?? '');
  });

  app.post('/api/passkeys', async (request, reply) => {
    const caller = await signedIn(identity, request);
    const sent = readBody(request.body, {
      name: required((input) => textInput(input, 100)),
      response: required(browserAnswer),
    });
    const response = sent.response as RegistrationResponseJSON;
    if (!(await passkeys.register(caller, sent.name, response, addressOf(request))))
      throw refuse('invalid', 'notPasskey');
    return reply.code(201).send({ id: response.id, name: sent.name });
  });

  app.delete<{ Params: { id: string } }>('/api/passkeys/:id', async (request, reply) => {
    const caller = await signedIn(identity, request);
    if (!(await passkeys.remove(caller, request.params.id, { actor: caller.userId, ip: addressOf(request) })))
      throw refuse('notFound', 'noPasskey');
    return reply.code(204).send();
  });

  app.post('/api/auth/passkey/begin', async (request, reply) => {
    await limitAttempts(identity, `passkey ${networkAddress(addressOf(request))}`, 200);
    reply.header('cache-control', 'no-store');
    return passkeys.beginSignIn();
  });

  app.post('/api/auth/passkey', async (request, reply) => {
    const sent = readBody(request.body, { response: required(browserAnswer) });
    const identityId = await passkeys.signIn(sent.response as AuthenticationResponseJSON);
    if (identityId === undefined) {
      const facts = { by: 'passkey', why: 'notPasskey' };
      const entry = { kind: 'signIn.failed', facts, ip: addressOf(request) };
      await recordAuditEntry(databaseOn(identity.pool), entry);
      throw refuse('unauthenticated', 'notPasskey');
    }
    const member = await firstMembership(identity.pool, identityId);
    await letIn(identity, around, request, reply, { identityId, ...member, by: 'passkey' });
    return reply.header('cache-control', 'no-store').send({});
  });
}
