import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Complaint, Refusal } from '#kernel/problem.ts';
import { isObject } from '#kernel/shape.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import { mergeRecords } from '../duplicates/merge-records.ts';
import { undoMerge } from '../duplicates/undo-merge.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';
import { once } from './idempotency.ts';

type Request = FastifyRequest<{ Params: { object: string; id: string }; Body: unknown }>;
type Values = Readonly<Record<string, unknown>>;

/** Records that may be one, and making them one. */
export function duplicateRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): void {
  const known = async (request: Request) => {
    const context = await contextOf(request);
    if (!context.registry.objects.has(request.params.object)) throw new Refusal('notFound');
    return context;
  };

  app.post('/api/duplicates/:object', async (request: Request) => ({
    duplicates: await findDuplicates(await known(request), request.params.object, valuesIn(request.body)),
  }));

  app.get('/api/records/:object/:id/duplicates', async (request: Request) => {
    const context = await known(request);
    const { object, id } = request.params;
    const values = JSON.parse(await readRecord(context, object, id)) as Values;
    return { duplicates: await findDuplicates(context, object, values, id) };
  });

  app.post('/api/records/:object/:id/merge', async (request: Request, reply) => {
    const context = await known(request);
    const { object, id } = request.params;
    const { with: others, values = {} } = valuesIn(request.body);
    const complaints: Complaint[] = [];
    if (!isIds(others)) complaints.push({ field: 'with', code: 'notAList' });
    if (!isObject(values)) complaints.push({ field: 'values', code: 'notARecord' });
    if (!isIds(others) || !isObject(values)) throw new Refusal('invalid', complaints);
    return once(request, reply, context, async (inside) => ({
      status: 200,
      body: await mergeRecords(inside, object, id, others, values),
    }));
  });

  app.post('/api/records/:object/:id/unmerge', async (request: Request, reply) =>
    once(request, reply, await known(request), async (context) => ({
      status: 200,
      body: await undoMerge(context, request.params.object, request.params.id),
    })),
  );
}

function valuesIn(body: unknown): Values {
  if (!isObject(body)) throw new Refusal('invalid', [{ field: '', code: 'notARecord' }]);
  return body;
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string');
}
