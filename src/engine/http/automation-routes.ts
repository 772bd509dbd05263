import type { FastifyInstance, FastifyRequest } from 'fastify';
import { formatInstant } from '#kernel/field/date-time/date-time.ts';
import { Refusal } from '#kernel/problem.ts';
import { quotedValue } from '#kernel/quoted-value.ts';
import { listRuns, retryRun } from '../automation/list-runs.ts';
import type { Context } from '../records/context.ts';

const states = ['waiting', 'done', 'failed'];

/** What automations did and do, and another try for those that failed; for administrators. */
export function automationRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const administrator = async (request: FastifyRequest) => {
    const context = await contextOf(request);
    if (!context.actor.unlimited) throw new Refusal('forbidden');
    return context;
  };

  app.get('/api/automation-runs', async (request) => {
    const { state } = request.query as { state?: unknown };
    if (state !== undefined && !states.includes(quotedValue(state)))
      throw new Refusal('invalid', [
        {
          field: 'state',
          code: 'notAChoice',
          parameters: { value: quotedValue(state), choices: states.join(', ') },
        },
      ]);
    return { runs: await listRuns(await administrator(request), state as string | undefined) };
  });

  app.post('/api/automation-runs/:id/retry', async (request, reply) => {
    const context = await administrator(request);
    await retryRun(context, (request.params as { id: string }).id, formatInstant(context.now));
    return reply.code(204).send();
  });
}
