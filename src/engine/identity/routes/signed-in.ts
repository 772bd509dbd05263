import type { FastifyRequest } from 'fastify';
import type { Caller } from '../caller.ts';
import type { Identity } from '../identity.ts';
import { refuse } from '../refuse.ts';

/** A person at a browser, himself: a key, which may be stolen, decides over neither keys nor sessions nor passwords. */
export async function signedIn(identity: Identity, request: FastifyRequest): Promise<Caller> {
  const caller = await identity.authenticate(request.headers);
  if (caller === undefined) throw refuse('unauthenticated', 'signInRequired');
  if (caller.via !== 'session') throw refuse('forbidden', 'sessionRequired');
  if (caller.impersonator !== undefined) throw refuse('forbidden', 'notWhileActing');
  return caller;
}
