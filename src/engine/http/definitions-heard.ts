import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Registry } from '#kernel/registry.ts';
import type { Context } from '../records/context.ts';
import type { CompanyRegistries } from '../run-time/company-registries.ts';
import { callerForgotten, forgotten, listen } from '../run-time/listen.ts';
import { shapingObjects } from '../run-time/shaping-objects.ts';

/**
 * Keeps this server's idea of every company's own fields right: the database says when a definition has changed,
 * wherever that was, and who changes one here has his answer when the change is in force. So it says who is not to be
 * believed any more.
 */
export function definitionsHeard(
  app: FastifyInstance,
  pool: Pool,
  base: Registry,
  registries: CompanyRegistries,
  contextOf: (request: FastifyRequest) => Promise<Context>,
  forget: { workspace(schema: string): void; caller(identityId?: string): void },
): void {
  const ear = listen(
    pool,
    (payload) => {
      const closed = forgotten(payload);
      if (payload.startsWith(callerForgotten)) forget.caller(payload.slice(callerForgotten.length));
      else if (closed !== undefined) forget.workspace(closed);
      else void registries.renew(payload).catch(() => undefined);
    },
    () => {
      registries.renewAll();
      forget.caller();
    },
  );
  const shaping = shapingObjects(base);
  app.addHook('onReady', () => ear.ready);
  const renewedFor = async (request: FastifyRequest) => {
    const { workspace } = await contextOf(request);
    registries.renew(workspace.schema).catch(() => undefined);
    await registries.of(workspace.schema);
  };
  app.addHook('onSend', (request, reply, _payload, done) => {
    const { object } = (request.params ?? {}) as { object?: string };
    const defines = object !== undefined && shaping.includes(object);
    if (!defines || request.method === 'GET' || reply.statusCode >= 400) done();
    else renewedFor(request).then(() => done(), done);
  });
  app.addHook('preClose', async () => {
    registries.close();
    await ear.close();
  });
}
