import type { FastifyInstance, FastifyRequest } from 'fastify';
import { timeWindow } from '../occurrences/time-window.ts';
import type { Context } from '../records/context.ts';
import { workingTime } from '../working-time/working-time.ts';
import { listIn, textIn } from './list-parameters.ts';

/** `/api/working-time`: when the company works within a window, and when some of its people do. */
export function workingTimeRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get<{ Querystring: Record<string, unknown> }>('/api/working-time', async (request) => {
    const context = await contextOf(request);
    const window = timeWindow(textIn(request.query, 'from'), textIn(request.query, 'to'));
    return workingTime(context, listIn(request.query, 'ids') ?? [], window);
  });
}
