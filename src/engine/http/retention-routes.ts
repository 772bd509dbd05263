import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Identity } from '../identity/identity.ts';
import { previewRetention, readRule } from '../privacy/retention.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';

/** What a rule of retention would take away now; for administrators. */
export function retentionRoutes(app: FastifyInstance, identity: Identity, contextOf: ContextOf): void {
  app.get('/api/retention/:id', async (request: FastifyRequest<{ Params: { id: string } }>) => {
    const context = await administratorContext(request, identity, contextOf);
    return previewRetention(context, await readRule(context, request.params.id));
  });
}
