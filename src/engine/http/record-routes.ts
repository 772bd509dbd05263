import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { exportRecords } from '../import-export/export-records.ts';
import type { Context } from '../records/context.ts';
import { mustEver } from '../records/read.ts';
import { recordsFor } from '../records/records.ts';
import type { ViewCounts } from '../safeguards/view-counts.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { bodyOf } from './body.ts';
import { attachment } from './export-name.ts';
import { once } from './idempotency.ts';
import {
  aggregateQueryOf,
  exportQueryOf,
  listIn,
  listQueryOf,
  mapQueryOf,
  timelineQueryOf,
} from './list-parameters.ts';
import { sendJson } from './send-json.ts';

type Request = FastifyRequest<{
  Params: { object: string; id: string };
  Querystring: Record<string, unknown>;
  Body: unknown;
}>;

const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  vcf: 'text/vcard; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `/api/records/…`, for every object alike. `contextOf` says who asks, or refuses. */
export function recordRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  views: ViewCounts,
): void {
  const records = async (request: FastifyRequest) => recordsFor(await contextOf(request));

  app.get('/api/records/:object', async (request: Request, reply) => {
    const { object } = request.params;
    const context = await contextOf(request);
    const page = await recordsFor(context).list(object, listQueryOf(request.query));
    views.add(context, object, 'listed', page.length, addressOf(request));
    const next = page.next === undefined ? '' : `,"next":${JSON.stringify(page.next)}`;
    const count = page.count === undefined ? '' : `,"count":${page.count}`;
    return sendJson(reply, 200, ['{"records":', page.records, `${next}${count}}`]);
  });

  app.post('/api/records/:object', async (request: Request, reply) =>
    once(request, reply, await contextOf(request), async (context) => {
      const several = Array.isArray(request.body);
      const inputs = several ? (request.body as readonly unknown[]) : [request.body];
      const created = await recordsFor(context).create(
        request.params.object,
        inputs.map((values) => ({ values })),
      );
      if (several) return { status: 201, body: `{"records":[${created.join(',')}]}` };
      const body = created[0] ?? 'null';
      return { status: 201, body, location: `/api/records/${request.params.object}/${idIn(body)}` };
    }),
  );

  app.get('/api/records/:object/aggregate', async (request: Request, reply) => {
    const query = aggregateQueryOf(request.query);
    const answer = await (await records(request)).aggregate(request.params.object, query);
    return sendJson(reply, 200, [answer]);
  });

  app.get('/api/records/:object/map', async (request: Request, reply) => {
    const query = mapQueryOf(request.query);
    const answer = await (await records(request)).map(request.params.object, query);
    return sendJson(reply, 200, [answer]);
  });

  app.get('/api/records/:object/export', async (request: Request, reply) => {
    const { object } = request.params;
    const context = await contextOf(request);
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    mustEver(context, object, 'read');
    const query = exportQueryOf(request.query);
    const content = await exportRecords(context, object, query, addressOf(request));
    return reply
      .type(fileTypes[query.format])
      .header('content-disposition', attachment(context, object, query.format))
      .send(content);
  });

  app.get('/api/records/:object/:id', async (request: Request, reply) => {
    const { object, id } = request.params;
    const context = await contextOf(request);
    const record = await recordsFor(context).read(object, id, listIn(request.query, 'select'));
    views.add(context, object, 'opened', 1, addressOf(request));
    return sendJson(reply, 200, record);
  });

  app.patch('/api/records/:object/:id', async (request: Request, reply) => {
    const { object, id } = request.params;
    const { version, ...values } = bodyOf(request);
    return sendJson(
      reply,
      200,
      await (await records(request)).update(object, id, values, versionOf(version)),
    );
  });

  app.delete('/api/records/:object/:id', async (request: Request, reply) => {
    const { version } = request.query;
    const seen = version === undefined ? undefined : versionOf(Number(version));
    await (await records(request)).remove(request.params.object, request.params.id, seen);
    return reply.code(204).send();
  });

  app.get('/api/records/:object/:id/timeline', async (request: Request) => {
    const { object, id } = request.params;
    const context = await contextOf(request);
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    return readTimeline(context, object, id, timelineQueryOf(request.query));
  });

  app.post('/api/records/:object/:id/restore', async (request: Request, reply) =>
    once(request, reply, await contextOf(request), async (context) => ({
      status: 200,
      body: await recordsFor(context).restore(request.params.object, request.params.id),
    })),
  );
}

/** A record's JSON begins with its id. */
function idIn(record: string): string {
  return /^\{"id":"([\w-]+)"/.exec(record)?.[1] ?? '';
}

function versionOf(version: unknown): number | undefined {
  if (version === undefined || version === null) return undefined;
  if (!Number.isSafeInteger(version)) throw new Refusal('invalid', [{ field: 'version', code: 'notNumber' }]);
  return version as number;
}
