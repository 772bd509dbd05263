import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { knownId } from '../records/read.ts';
import { readSafeguards, writeSafeguards } from '../safeguards/safeguards.ts';
import { safeguardsFrom } from '../safeguards/safeguards-input.ts';
import { whatWasTaken } from '../safeguards/what-was-taken.ts';
import { administratorContext, type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';

/** `/api/safeguards`: how much each may export and look at, and what somebody has. For administrators. */
export function safeguardRoutes(
  app: FastifyInstance,
  identity: Identity,
  writeViews: () => Promise<void>,
  contextOf: ContextOf,
): void {
  app.get('/api/safeguards', async (request) => readSafeguards(await unlimitedContext(request, contextOf)));

  app.put('/api/safeguards', async (request) => {
    const context = await administratorContext(request, identity, contextOf);
    const safeguards = safeguardsFrom(bodyOf(request), context.registry);
    await writeSafeguards(context, safeguards, addressOf(request));
    return safeguards;
  });

  app.get('/api/safeguards/people/:id', async (request: FastifyRequest<{ Params: { id: string } }>) => {
    const context = await unlimitedContext(request, contextOf);
    await writeViews();
    return whatWasTaken(context, knownId(request.params.id));
  });
}
