import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { FileStore } from '#kernel/port/file-store.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import type { Identity } from '../identity/identity.ts';
import { addressOf } from '../identity/sessions/visitor.ts';
import { removeFiles } from '../imports/remove-files.ts';
import { eraseSubject, previewErasure } from '../privacy/erase-subject.ts';
import { subjectArchive } from '../privacy/subject-archive.ts';
import { administratorContext, type ContextOf } from './administrator-context.ts';
import { bodyOf } from './body.ts';

type Request = FastifyRequest<{ Params: { object: string; id: string } }>;

/** What is known of a person outside, given to him or erased; for administrators in person. */
export function privacyRoutes(
  app: FastifyInstance,
  identity: Identity,
  store: FileStore | undefined,
  contextOf: ContextOf,
  forgetKeys: () => void,
): void {
  app.get('/api/records/:object/:id/personal-data', async (request: Request, reply) => {
    const context = await administratorContext(request, identity, contextOf);
    const { object, id } = request.params;
    const archive = await subjectArchive(context, object, id, store);
    await recordAuditEntry(context.database, {
      ...{ workspace: context.workspace.name, actor: context.actor.id, ip: addressOf(request) },
      ...{ kind: 'subject.exported', subject: `${object}/${id}` },
    });
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="personal-data-${id.slice(-8)}.zip"`)
      .send(archive);
  });

  app.get('/api/records/:object/:id/erasure', async (request: Request) => {
    const context = await administratorContext(request, identity, contextOf);
    return previewErasure(context, request.params.object, request.params.id);
  });

  app.post('/api/records/:object/:id/erasure', async (request: Request) => {
    const context = await administratorContext(request, identity, contextOf);
    const { object, id } = request.params;
    const { reason } = bodyOf(request);
    const { imports, ...erasure } = await eraseSubject(context, object, id, reason, addressOf(request));
    forgetKeys();
    if (store !== undefined) await removeFiles(context, store, imports);
    return erasure;
  });
}
