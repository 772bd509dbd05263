import type { FastifyInstance, FastifyRequest } from 'fastify';
import { auditQueryOf } from '../audit/audit-query.ts';
import { exportAudit } from '../audit/export-audit.ts';
import { auditKinds, listAudit } from '../audit/list-audit.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { readRetention, setRetention } from '../audit/retention.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { sealLog } from '../log-seal/seal-log.ts';
import { verifyLog } from '../log-seal/verify-log.ts';
import { administratorContext, type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** `/api/audit`: what people must be able to answer for, whether it is as it was written, and how long it is kept. */
export function auditRoutes(app: FastifyInstance, identity: Identity, contextOf: ContextOf): void {
  app.get('/api/audit', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    return listAudit(context, auditQueryOf(request.query as Parameters));
  });

  app.get('/api/audit/kinds', async (request) => ({
    kinds: await auditKinds(await unlimitedContext(request, contextOf)),
  }));

  app.get('/api/audit/export', async (request, reply) => {
    const context = await unlimitedContext(request, contextOf);
    const query = auditQueryOf(request.query as Parameters);
    const { cursor: _, limit: __, ...facts } = query;
    await recordAuditEntry(context.database, { ...asker(request, context), kind: 'audit.exported', facts });
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(exportAudit(context, query));
  });

  app.post('/api/audit/verify', async (request) => {
    const { database, workspace } = await unlimitedContext(request, contextOf);
    const [verdict] = await verifyAudit(database, identity.auditKey, [workspace.name]);
    // What has just been written is checked with the rest; where the seal is broken, the verdict says so.
    await sealLog({ database, workspace }).catch(() => undefined);
    return { ...verdict, history: await verifyLog({ database, workspace }) };
  });

  app.get('/api/audit/retention', async (request) => {
    const { database, workspace } = await unlimitedContext(request, contextOf);
    return { months: await readRetention(database, workspace.name) };
  });

  app.put('/api/audit/retention', async (request) => {
    const context = await administratorContext(request, identity, contextOf);
    const { database, workspace } = context;
    const { actor, ip } = asker(request, context);
    return { months: await setRetention(database, workspace.name, bodyOf(request).months, { actor, ip }) };
  });
}

function asker(
  request: FastifyRequest,
  { workspace, actor }: Awaited<ReturnType<ContextOf>>,
): { readonly workspace: string; readonly actor: string | null; readonly ip: string } {
  return { workspace: workspace.name, actor: actor.id, ip: addressOf(request) };
}
