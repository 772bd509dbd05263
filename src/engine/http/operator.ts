import type { FastifyRequest } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import { refuse } from '../identity/refuse.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import type { Steward } from '../identity/workspaces.ts';
import type { Context } from '../records/context.ts';
import type { ContextOf } from './administrator-context.ts';

/** Whether whoever asks runs the installation, and by which address he is known then. */
export async function operatorAddress(
  request: FastifyRequest,
  identity: Identity,
  { actor }: Context,
): Promise<string | undefined> {
  const caller = await identity.authenticate(request.headers);
  return caller && identity.operators.addressOf(caller, actor.unlimited);
}

/** Somebody who runs the installation, in person; refuses everybody else. */
export async function operatorContext(
  request: FastifyRequest,
  identity: Identity,
  contextOf: ContextOf,
): Promise<{ readonly context: Context; readonly by: Steward }> {
  const context = await contextOf(request);
  const operator = await operatorAddress(request, identity, context);
  if (operator === undefined) throw refuse('forbidden', 'notOperator');
  return { context, by: { operator, ip: addressOf(request) } };
}
