import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Context } from '../records/context.ts';
import { searchRecords } from '../search/search-records.ts';
import { listIn, textIn } from './list-parameters.ts';
import { sendJson } from './send-json.ts';

const limits = { default: 20, most: 100 };

/** `GET /api/search?q=…&limit=20&objects=a,b`: across objects, by relevance. */
export function searchRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  app.get('/api/search', async (request, reply) => {
    const context = await contextOf(request);
    const parameters = request.query as Readonly<Record<string, unknown>>;
    const objects = listIn(parameters, 'objects');
    const limit = Number(textIn(parameters, 'limit') ?? limits.default);
    if (!Number.isInteger(limit) || limit < 1 || limit > limits.most)
      throw new Refusal('invalid', [
        { field: 'limit', code: 'outOfRange', parameters: { least: 1, most: limits.most } },
      ]);
    const results = await searchRecords(context, {
      q: textIn(parameters, 'q') ?? '',
      limit,
      ...(objects && { objects }),
    });
    return sendJson(reply, 200, ['{"results":', results, '}']);
  });
}
