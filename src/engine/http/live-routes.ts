import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import type { Listener } from '../live/feed.ts';
import type { Feeds } from '../live/feeds.ts';
import { isSnapshot, readMoment } from '../live/moment.ts';
import { notePresence } from '../live/presence.ts';
import type { Context } from '../records/context.ts';
import { readRecord } from '../records/read.ts';

/** Milliseconds between two signs of life on a quiet connection. */
const heartbeat = 15_000;
/** Bytes that may wait for a slow reader before he is cut off and has to come again. */
const mostWaiting = 1024 * 1024;

/**
 * `GET /api/events`: what changes, as server-sent events, from the moment `since` on that `/api/meta` told; `POST
 * /api/presence`: who looks at what.
 */
export function liveRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  feeds: Feeds,
  modelOf: (schema: string) => string | undefined,
): void {
  app.get('/api/events', async (request, reply) => {
    const { workspace, actor } = await contextOf(request);
    const feed = feeds.of(workspace.schema);
    const stream = reply.hijack().raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    stream.write('retry: 1000\n\n');
    const beat = setInterval(() => stream.write(': \n\n'), heartbeat);
    const listener: Listener = {
      person: actor.id ?? '',
      context: () => contextOf(request),
      send(event, content, id) {
        if (stream.writableLength > mostWaiting) stream.destroy();
        else
          stream.write(
            `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(content)}\n\n`,
          );
      },
      close: () => void stream.end(),
    };
    stream.on('close', () => {
      clearInterval(beat);
      feed.remove(listener);
    });
    const since = readMoment((request.query as Record<string, unknown>).since);
    try {
      await feed.add(listener, lastSeen(request) ?? since?.snapshot);
      // Asked after he was added: what changes later he is told like everybody.
      if (since && since.model !== modelOf(workspace.schema)) listener.send('meta', {});
    } catch {
      stream.destroy();
    }
  });

  app.post('/api/presence', async (request, reply) => {
    const context = await contextOf(request);
    const { object, id, left } = (request.body ?? {}) as Record<string, unknown>;
    if (typeof object !== 'string' || !context.registry.objects.has(object))
      throw new Refusal('invalid', [{ field: 'object', code: 'required' }]);
    if (typeof id !== 'string') throw new Refusal('invalid', [{ field: 'id', code: 'notAnId' }]);
    await readRecord(context, object, id, ['id']);
    const person = context.actor.id ?? '';
    await notePresence(context.database, context.workspace.schema, {
      object,
      id,
      person,
      left: left === true,
    });
    feeds.of(context.workspace.schema).wake();
    return reply.code(204).send();
  });
}

/** Where a listener who comes again left off, when it can be read. */
function lastSeen(request: FastifyRequest): string | undefined {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && isSnapshot(id) ? id : undefined;
}
