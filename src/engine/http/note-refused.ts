import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusalNoted } from '../audit/noted-refusals.ts';
import { recordAuditEntries } from '../audit/record-audit-entries.ts';
import { RefusedRequests } from '../audit/refused-requests.ts';
import type { Database } from '../database/database.ts';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { keepLooking } from '../jobs/keep-looking.ts';

/** Milliseconds between two writings. */
const pace = 60_000;

/**
 * Lets the audit know of requests that were refused: counted in memory, and written once a minute in one statement, so
 * that a flood of them neither costs one each nor fills the audit.
 */
export function noteRefused(
  app: FastifyInstance,
  identity: Pick<Identity, 'authenticate'>,
  database: Database,
  report: (error: unknown) => void,
): void {
  const refused = new RefusedRequests();
  const known = new WeakSet<FastifyRequest>();
  app.addHook('onError', (request, _reply, error, done) => {
    if (isRefusalNoted(error)) known.add(request);
    done();
  });
  app.addHook('onResponse', async (request, reply) => {
    const { statusCode: status } = reply;
    if (status < 400 || status >= 500 || !request.url.startsWith('/api/')) return;
    if (known.has(request)) return;
    // Who it was is known already, or there is nobody.
    const caller = await identity.authenticate(request.headers).catch(() => undefined);
    const { object, action } = (request.params ?? {}) as { object?: string; action?: string };
    refused.note({
      ...{ status, route: `${request.method} ${request.routeOptions.url ?? '*'}`, ip: addressOf(request) },
      ...(status === 403 && { subject: (object ?? action)?.slice(0, 100) }),
      workspace: caller?.workspace,
      actor: caller?.impersonator?.userId ?? caller?.userId,
      ...(caller?.impersonator && { actingFor: caller.userId }),
    });
  });
  const writing = keepLooking(() => recordAuditEntries(database, refused.take()), report, pace);
  app.addHook('preClose', async () => {
    await writing.stop();
    await recordAuditEntries(database, refused.take());
  });
}
