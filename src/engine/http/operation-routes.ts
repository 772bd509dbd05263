import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CertificateReader } from '#kernel/port/certificate-reader.ts';
import { Refusal } from '#kernel/problem.ts';
import { recordAuditEntry } from '../audit/record-audit-entry.ts';
import { keptBackups } from '../backup/kept-backups.ts';
import { type Database, databaseOn } from '../database/database.ts';
import type { Identity } from '../identity/identity.ts';
import { forgetPlace, readSetPlace, setPlace } from '../operation/backup-place.ts';
import { changeBackupSettings, readBackupSettings } from '../operation/backup-settings.ts';
import { clientVersions } from '../operation/client-versions.ts';
import { installationState } from '../operation/installation-state.ts';
import { integrationReader, type OutgoingService } from '../operation/integrations.ts';
import { latestRuns, type OperationKind } from '../operation/operation-runs.ts';
import { readPlace } from '../operation/place-input.ts';
import { placeNow, placeTried } from '../operation/place-now.ts';
import { type QueueName, queueNames, queueStates, retryFailed, skipFailed } from '../operation/queues.ts';
import type { BackupSchedule } from '../operation/serve-backups.ts';
import { slowStatements } from '../operation/slow-statements.ts';
import { readReach } from '../point-in-time/reach.ts';
import { type Archive, ownCluster } from '../point-in-time/serve-archive.ts';
import { type ContextOf, unlimitedContext } from './administrator-context.ts';
import { bodyOf } from './body.ts';
import { operatorAddress, operatorContext } from './operator.ts';

export interface OperationOptions {
  readonly version: string;
  /** The data folder. */
  readonly directory: string | undefined;
  readonly backups: BackupSchedule;
  readonly archive: Pick<Archive, 'tryOut'> | undefined;
  /** May begin to count statements. */
  readonly owner: Database;
  /** Where the product's own database is; undefined where it is another server's. */
  readonly postgres: string | undefined;
  /** The services outside that are in use. */
  readonly services: () => Promise<readonly OutgoingService[]>;
  readonly readCertificate: CertificateReader | undefined;
  /** The build of the client that this server gives out. */
  readonly build: string | undefined;
  readonly packages: () => readonly object[];
}

/** `/api/operation`: how the installation does, its queues, its backups. For administrators. */
export function operationRoutes(
  app: FastifyInstance,
  identity: Identity,
  contextOf: ContextOf,
  options: OperationOptions,
): void {
  const { version, directory, postgres, backups } = options;
  const integrations = integrationReader(databaseOn(identity.pool), options.readCertificate);
  const hostContext = async (request: FastifyRequest) =>
    (await operatorContext(request, identity, contextOf)).context;

  app.get('/api/operation', async (request) => {
    const context = await unlimitedContext(request, contextOf);
    const { database } = context;
    const queues = await queueStates(context);
    if ((await operatorAddress(request, identity, context)) === undefined) return { queues };
    const { environment } = backups.places;
    const [state, statements, settings, runs, { place, set }] = await Promise.all([
      installationState(database, version, directory),
      slowStatements(database, options.owner),
      readBackupSettings(database),
      latestRuns(database),
      placeNow(database, backups),
    ]);
    const own = (await ownCluster(database, postgres)) !== undefined;
    // A place that cannot be reached shows in the runs.
    const kept = place ? await keptBackups(place.store).catch(() => []) : [];
    const backup = {
      ...{ place: place?.store.place ?? null, settings, kept, runs },
      set: set ?? null,
      moments: own ? ((await readReach(database)) ?? {}) : null,
      byEnvironment: environment !== undefined,
    };
    return { queues, state, statements: statements ?? null, backup };
  });

  app.get('/api/operation/integrations', async (request) => {
    const { database } = await hostContext(request);
    const [services, clients] = await Promise.all([
      integrations(await options.services()),
      clientVersions(database),
    ]);
    return { integrations: services, clients, build: options.build ?? null };
  });

  app.get('/api/operation/packages', async (request) => {
    await hostContext(request);
    return { packages: options.packages() };
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

  app.put('/api/operation/backup/place', async (request, reply) => {
    const { database, workspace, actor } = await hostContext(request);
    const { places } = backups;
    if (places.environment !== undefined)
      throw new Refusal('invalid', [{ field: '', code: 'placeByEnvironment' }]);
    const before = await readSetPlace(database, places.secret).catch(() => undefined);
    const place = readPlace(bodyOf(request), before);
    await placeTried(() =>
      database.transaction(async (inside) => {
        await setPlace(inside, place, places);
        const { secretKey: _, passphrase: __, ...facts } = place;
        const entry = { workspace: workspace.name, actor: actor.id ?? undefined, facts };
        await recordAuditEntry(inside, { ...entry, kind: 'backupPlace.changed' });
      }),
    );
    return reply.code(204).send();
  });

  app.delete('/api/operation/backup/place', async (request, reply) => {
    const { database, workspace, actor } = await hostContext(request);
    await database.transaction(async (inside) => {
      await forgetPlace(inside);
      const entry = { workspace: workspace.name, actor: actor.id ?? undefined };
      await recordAuditEntry(inside, { ...entry, kind: 'backupPlace.removed' });
    });
    return reply.code(204).send();
  });

  for (const kind of ['backup', 'drill'] as const satisfies readonly OperationKind[])
    app.post(`/api/operation/${kind}`, async (request, reply) => {
      await hostContext(request);
      if ((await backups.place()) === undefined)
        throw new Refusal('invalid', [{ field: '', code: 'noBackupPlace' }]);
      backups.begin(kind);
      if (kind === 'drill') void options.archive?.tryOut();
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
