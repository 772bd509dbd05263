import type { FastifyInstance, FastifyRequest } from 'fastify';
import { firstSteps } from '../first-steps/first-steps.ts';
import type { Context } from '../records/context.ts';

/** `/api/first-steps`: what the caller begins with, and what of it is done. */
export function firstStepRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get('/api/first-steps', async (request) => ({ steps: await firstSteps(await contextOf(request)) }));
}
