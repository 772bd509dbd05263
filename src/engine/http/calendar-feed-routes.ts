import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { endFeed, feedOwner, feedSince, renewFeed } from '../calendar-feed/feeds.ts';
import { ownEvents } from '../calendar-feed/own-events.ts';
import { writeCalendar } from '../icalendar/write-calendar.ts';
import { loadActor } from '../people/load-actor.ts';
import type { Context } from '../records/context.ts';

export interface CalendarFeedOptions {
  readonly baseUrl: string;
  /** A workspace with whatever else a context needs but the actor; undefined when there is none of that name. */
  surroundings(workspace: string): Promise<Omit<Context, 'actor'> | undefined>;
}

/** `/api/calendar-feed`: the address of one's own calendar for other programs, which read it without signing in. */
export function calendarFeedRoutes(
  app: FastifyInstance,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  { baseUrl, surroundings }: CalendarFeedOptions,
): void {
  app.get('/api/calendar-feed', async (request) => ({
    since: (await feedSince(await contextOf(request))) ?? null,
  }));

  app.post('/api/calendar-feed', async (request, reply) => {
    const context = await contextOf(request);
    const secret = await renewFeed(context);
    const address = `${baseUrl}/api/calendar-feeds/${context.workspace.name}/${secret}.ics`;
    return reply.code(201).header('cache-control', 'no-store').send({ address });
  });

  app.delete('/api/calendar-feed', async (request, reply) => {
    await endFeed(await contextOf(request));
    return reply.code(204).send();
  });

  app.get('/api/calendar-feeds/:workspace/:secret', async (request, reply) => {
    const { workspace, secret } = request.params as { readonly workspace: string; readonly secret: string };
    const around = await surroundings(workspace);
    const person = around && (await feedOwner(around, secret.replace(/\.ics$/, '')));
    const actor =
      around &&
      person &&
      (await loadActor(around.database, around.registry, around.workspace.schema, person));
    if (!actor) throw new Refusal('notFound');
    const context = { ...around, actor };
    const events = await ownEvents(context, baseUrl);
    const name = `${actor.name} · ${around.workspace.label}`;
    return reply
      .type('text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=300')
      .send(writeCalendar(name, events, context.now));
  });
}
