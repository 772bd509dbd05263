import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Reach } from '#kernel/recurrence/change-series.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { type ChosenTime, changeOccurrence, removeOccurrence } from '../occurrences/change-occurrence.ts';
import { freeBusy } from '../occurrences/free-busy.ts';
import { listOccurrences } from '../occurrences/list-occurrences.ts';
import { instant, timeWindow } from '../occurrences/time-window.ts';
import { type Intended, whoIsTaken } from '../occurrences/who-is-taken.ts';
import type { Context } from '../records/context.ts';
import type { Values } from '../records/record-values.ts';
import type { ViewCounts } from '../safeguards/view-counts.ts';
import { bodyOf } from './body.ts';
import { listIn, listQueryOf, oneOf, textIn } from './list-parameters.ts';
import { sendJson } from './send-json.ts';

type Request = FastifyRequest<{
  Params: { object: string; id: string; at: string };
  Querystring: Record<string, unknown>;
  Body: unknown;
}>;

/** `/api/records/…/occurrences`: when records take place, and single times of those that come back. */
export function occurrenceRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  views: ViewCounts,
): void {
  app.get('/api/records/:object/occurrences', async (request: Request) => {
    const context = await contextOf(request);
    const { object } = request.params;
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    const { where, q } = listQueryOf(request.query);
    const select = listIn(request.query, 'select');
    const window = timeWindow(textIn(request.query, 'from'), textIn(request.query, 'to'));
    const calendar = await listOccurrences(context, object, window, {
      where,
      ...(q !== undefined && { q }),
      ...(select && { select }),
    });
    views.add(context, object, 'listed', calendar.records.length, addressOf(request));
    return calendar;
  });

  app.get('/api/records/:object/free-busy', async (request: Request) => {
    const context = await contextOf(request);
    const { object } = request.params;
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    const window = timeWindow(textIn(request.query, 'from'), textIn(request.query, 'to'));
    return { taken: await freeBusy(context, object, listIn(request.query, 'ids') ?? [], window) };
  });

  app.post('/api/records/:object/taken', async (request: Request) => {
    const context = await contextOf(request);
    const { object } = request.params;
    if (!context.registry.objects.has(object)) throw new Refusal('notFound');
    return whoIsTaken(context, object, intendedIn(bodyOf(request)));
  });

  app.patch('/api/records/:object/:id/occurrences/:at', async (request: Request, reply) => {
    const context = await contextOf(request);
    const { version, ...values } = bodyOf(request);
    return sendJson(reply, 200, await changeOccurrence(context, chosen(context, request, version), values));
  });

  app.delete('/api/records/:object/:id/occurrences/:at', async (request: Request, reply) => {
    const context = await contextOf(request);
    const { version } = request.query;
    const seen = version === undefined ? undefined : Number(version);
    await removeOccurrence(context, chosen(context, request, seen));
    return reply.code(204).send();
  });
}

const reaches = ['this', 'following', 'all'] as const satisfies readonly Reach[];

/** What somebody is about to write, as a body tells it. */
function intendedIn({
  values = {},
  id,
  at,
  reach,
  anyHour = false,
}: Readonly<Record<string, unknown>>): Intended {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new Refusal('invalid', [{ field: 'values', code: 'notARecord' }]);
  if (id !== undefined && typeof id !== 'string')
    throw new Refusal('invalid', [{ field: 'id', code: 'notAnId' }]);
  if (typeof anyHour !== 'boolean') throw new Refusal('invalid', [{ field: 'anyHour', code: 'notBoolean' }]);
  return {
    values: values as Values,
    id,
    anyHour,
    ...(at !== undefined && { at: instant('at', at), reach: oneOf({ reach }, 'reach', reaches) }),
  };
}

function chosen({ registry }: Context, { params, query }: Request, version: unknown): ChosenTime {
  const { object, id, at } = params;
  if (!registry.objects.has(object)) throw new Refusal('notFound');
  if (version !== undefined && !Number.isSafeInteger(version))
    throw new Refusal('invalid', [{ field: 'version', code: 'notNumber' }]);
  const reach = oneOf(query, 'reach', reaches);
  return { object, id, at: instant('at', at), reach, version: version as number | undefined };
}
