import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { keptBackups } from '../backup/kept-backups.ts';
import type { Identity } from '../identity/identity.ts';
import { changeBackupSettings, readBackupSettings } from '../operation/backup-settings.ts';
import { installationState } from '../operation/installation-state.ts';
import { latestRuns, type OperationKind } from '../operation/operation-runs.ts';
import { type QueueName, queueNames, queueStates, retryFailed, skipFailed } from '../operation/queues.ts';
import type { BackupSchedule } from '../operation/serve-backups.ts';
import { slowStatements } from '../operation/slow-statements.ts';
import type { Context } from '../records/context.ts';
import { administratorContext, type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';

export interface OperationOptions {
  readonly version: string;
  /** The data folder. */
  readonly directory: string | undefined;
  readonly backups: BackupSchedule;
}

/** `/api/operation`: how the installation does, its queues, its backups. For administrators. */
export function operationRoutes(
  app: FastifyInstance,
  identity: Identity,
  contextOf: ContextOf,
  { version, directory, backups }: OperationOptions,
): void {
  /** The installation is run by the administrators of the company that it was set up for. */
  const isHost = async ({ workspace }: Context) =>
    (await identity.workspaces.list())[0]?.name === workspace.name;
  const hostContext = async (request: FastifyRequest) => {
    const context = await administratorContext(request, identity, contextOf);
    if (!(await isHost(context))) throw new Refusal('forbidden');
    return context;
  };

  app.get('/api/operation', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    const { database } = context;
    const queues = await queueStates(context);
    if (!(await isHost(context))) return { queues };
    const { place } = backups;
    const [state, statements, settings, runs, kept] = await Promise.all([
      installationState(database, version, directory),
      slowStatements(database),
      readBackupSettings(database),
      latestRuns(database),
      // A place that cannot be reached shows in the runs.
      place ? keptBackups(place.store).catch(() => []) : [],
    ]);
    const backup = { place: place?.store.place ?? null, settings, kept, runs };
    return { queues, state, statements: statements ?? null, backup };
  });

  app.patch('/api/operation/backup', async (request) => {
    const { database, workspace, actor } = await hostContext(request);
    const given = bodyOf(request);
    return database.transaction(async (inside) => {
      const settings = await changeBackupSettings(inside, given);
      const entry = { workspace: workspace.name, actor: actor.id ?? undefined, facts: { ...settings } };
      await recordAuditEntry(inside, { ...entry, kind: 'backupSettings.changed' });
      return settings;
    });
  });

  for (const kind of ['backup', 'drill'] as const satisfies readonly OperationKind[])
    app.post(`/api/operation/${kind}`, async (request, reply) => {
      await hostContext(request);
      if (backups.place === undefined) throw new Refusal('invalid', [{ field: '', code: 'noBackupPlace' }]);
      backups.begin(kind);
      return reply.code(202).send({});
    });

  app.post('/api/operation/queues/:queue/retry', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    return { retried: await retryFailed(context, queueOf(request)) };
  });

  app.post('/api/operation/queues/:queue/skip', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    return { skipped: await skipFailed(context, queueOf(request)) };
  });
}

function queueOf(request: FastifyRequest): QueueName {
  const { queue } = request.params as { queue: string };
  const found = queueNames.find((name) => name === queue);
  if (found === undefined) throw new Refusal('notFound');
  return found;
}
