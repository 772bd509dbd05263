import type { FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Identity } from '../identity/identity.ts';
import { refuse } from '../identity/refuse.ts';
import type { Context } from '../records/context.ts';

export type ContextOf = (request: FastifyRequest) => Promise<Context>;

/** An administrator, also one who asks with a key. */
export async function unlimitedContext(request: FastifyRequest, contextOf: ContextOf): Promise<Context> {
  const context = await contextOf(request);
  if (!context.actor.unlimited) throw new Refusal('forbidden');
  return context;
}

/** An administrator in person: a key, which may be stolen, decides over neither people nor the company. */
export async function administratorContext(
  request: FastifyRequest,
  identity: Identity,
  contextOf: ContextOf,
): Promise<Context> {
  const context = await unlimitedContext(request, contextOf);
  const caller = await identity.authenticate(request.headers);
  if (caller?.via !== 'session') throw refuse('forbidden', 'sessionRequired');
  if (caller.impersonator !== undefined) throw refuse('forbidden', 'notWhileActing');
  return context;
}
