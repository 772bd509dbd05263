import type { FastifyInstance } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { listRuns, retryRun } from '../automation/list-runs.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';
import { stateAsked } from './state-asked.ts';

const states = ['waiting', 'done', 'skipped', 'failed'];

/** What automations did and do, and another try for those that failed; for administrators. */
export function automationRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  app.get('/api/automation-runs', async (request) => {
    const state = stateAsked(request, states);
    return { runs: await listRuns(await unlimitedContext(request, contextOf), state) };
  });

  app.post('/api/automation-runs/:id/retry', async (request, reply) => {
    const context = await unlimitedContext(request, contextOf);
    await retryRun(context, (request.params as { id: string }).id, formatInstant(context.now));
    return reply.code(204).send();
  });
}
