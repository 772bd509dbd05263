import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { shapesRights } from '#engine/access/shapes-rights.ts';
import { chainKey } from '#engine/audit/chain.ts';
import { removeExpiredEntries } from '#engine/audit/remove-expired-entries.ts';
import { serveAudit } from '#engine/audit/serve-audit.ts';
import { serveAutomations } from '#engine/automation/serve-automations.ts';
import { clearRegularly } from '#engine/database/clear-regularly.ts';
import { type Database, databaseOn } from '#engine/database/database.ts';
import { removeUnheld } from '#engine/files/remove-unheld.ts';
import { accessRoutes } from '#engine/http/access-routes.ts';
import { actionRoutes } from '#engine/http/action-routes.ts';
import { auditRoutes } from '#engine/http/audit-routes.ts';
import { automationRoutes } from '#engine/http/automation-routes.ts';
import { clientFiles } from '#engine/http/client-files.ts';
import { companyRoutes } from '#engine/http/company-routes.ts';
import { definitionsHeard } from '#engine/http/definitions-heard.ts';
import { deliveryRoutes } from '#engine/http/delivery-routes.ts';
import { duplicateRoutes } from '#engine/http/duplicate-routes.ts';
import { fieldRoutes } from '#engine/http/field-routes.ts';
import { type FileRoutesOptions, fileRoutes } from '#engine/http/file-routes.ts';
import { finishAnswers } from '#engine/http/finish-answers.ts';
import { healthRoute } from '#engine/http/health-route.ts';
import { impersonationRoutes } from '#engine/http/impersonation-routes.ts';
import { importRoutes } from '#engine/http/import-routes.ts';
import { liveRoutes } from '#engine/http/live-routes.ts';
import { meRoutes } from '#engine/http/me-routes.ts';
import { metaOf } from '#engine/http/meta.ts';
import { metricsRoute } from '#engine/http/metrics-route.ts';
import { notificationRoutes } from '#engine/http/notification-routes.ts';
import { notificationSettingsRoutes } from '#engine/http/notification-settings-routes.ts';
import { operationRoutes } from '#engine/http/operation-routes.ts';
import { peopleRoutes } from '#engine/http/people-routes.ts';
import { privacyRoutes } from '#engine/http/privacy-routes.ts';
import { addressProblem, problemAnswers } from '#engine/http/problem-answers.ts';
import { protect } from '#engine/http/protect.ts';
import { providerSettingsRoutes } from '#engine/http/provider-settings-routes.ts';
import { publicFormRoutes } from '#engine/http/public-form-routes.ts';
import type { RateLimits } from '#engine/http/rate-limits.ts';
import { recordRoutes } from '#engine/http/record-routes.ts';
import { referenceRoutes } from '#engine/http/reference-routes.ts';
import { requestId } from '#engine/http/request-id.ts';
import { requestLog } from '#engine/http/request-log.ts';
import { searchRoutes } from '#engine/http/search-routes.ts';
import { sendUnlessKnown } from '#engine/http/send-unless-known.ts';
import { serviceUserRoutes } from '#engine/http/service-user-routes.ts';
import { createAttemptCounter } from '#engine/identity/attempts.ts';
import { isCrossOrigin } from '#engine/identity/cross-origin.ts';
import { createIdentity, type Identity } from '#engine/identity/identity.ts';
import { removeExpired } from '#engine/identity/remove-expired.ts';
import type { SetupInput } from '#engine/identity/routes/setup-input.ts';
import { identityRoutes } from '#engine/identity/routes.ts';
import { allows } from '#engine/identity/scopes.ts';
import { sessionCookieName } from '#engine/identity/sessions/session-cookie-name.ts';
import type { Surroundings, Vouching } from '#engine/identity/surroundings.ts';
import { serveImports } from '#engine/imports/serve-imports.ts';
import { createFeeds } from '#engine/live/feeds.ts';
import type { ChannelPorts } from '#engine/notifications/channel-ports.ts';
import { removeRead } from '#engine/notifications/remove-read.ts';
import { serveDeliveries } from '#engine/notifications/serve-deliveries.ts';
import type { BackupPlace } from '#engine/operation/backup-service.ts';
import { serveBackups } from '#engine/operation/serve-backups.ts';
import { tellOfFailure } from '#engine/operation/tell-of-failure.ts';
import { directoryOf } from '#engine/people/directory-of.ts';
import { KnownActors } from '#engine/people/known-actors.ts';
import { loadActor } from '#engine/people/load-actor.ts';
import type { Context, Workspace } from '#engine/records/context.ts';
import { readRecord } from '#engine/records/read.ts';
import { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import { scimRoutes } from '#engine/scim/scim-routes.ts';
import { Refusal } from '#kernel/problem.ts';
import type { Registry } from '#kernel/registry.ts';
import { backUpBeforeUpgrade } from './back-up-before-upgrade.ts';
import { setUp } from './set-up.ts';
import { upgradeWorkspaces } from './upgrade-workspaces.ts';
import { version } from './version.ts';
import { workspaceOf } from './workspace-of.ts';

export interface ApplicationOptions {
  readonly pool: Pool;
  readonly registry: Registry;
  readonly secret: string;
  readonly baseUrl: string;
  /** Folder of the built web client, when it is served too. */
  readonly client?: string;
  /** Where files are kept; without it none can be brought. */
  readonly files?: FileRoutesOptions;
  /** By what means people are reached beside the pages. */
  readonly channels?: Omit<ChannelPorts, 'baseUrl'>;
  /** By which protocols other systems vouch for people. */
  readonly vouching?: Vouching;
  /** How often one may ask; without it as often as one likes. */
  readonly rates?: RateLimits;
  /** The data folder, to tell how full its disk is. */
  readonly directory?: string;
  /** Where backups go, when they are made. */
  readonly backups?: BackupPlace | undefined;
  /** What whoever reads the metrics must know. */
  readonly metricsToken?: string | undefined;
  /** Takes a line for each request. */
  readonly requestLine?: ((line: string) => void) | undefined;
  /** Addresses of proxies that say truly whom they ask for. */
  readonly trustedProxies?: readonly string[];
}

/** The whole server, not yet listening: identity, set-up and records over one database. */
export async function createApplication(options: ApplicationOptions): Promise<FastifyInstance> {
  const { pool, registry } = options;
  const database = databaseOn(pool);
  const identity = await createIdentity(options);
  const report = (error: unknown) => console.error(error);
  const registries = new CompanyRegistries(database, registry, report);
  const surroundings = async ({ schema }: Workspace) => ({ registry: await registries.of(schema), database });
  const stored = await identity.workspaces.list();
  const everything = options.files && {
    ...{ pool, version, files: options.files.store, secret: options.secret },
  };
  if (everything !== undefined && options.backups !== undefined)
    await backUpBeforeUpgrade(everything, options.backups, registry, stored);
  const behind = await upgradeWorkspaces(database, registry, stored);
  const { trustedProxies = [] } = options;
  const trustProxy = trustedProxies.length > 0 && [...trustedProxies];
  const app = Fastify({
    bodyLimit: 16 * 1024 * 1024,
    genReqId: requestId,
    trustProxy,
    frameworkErrors: addressProblem,
  });
  // A connection whose answer is just going out when the server closes would else be waited for, idle.
  app.addHook('preClose', async () => {
    app.server.keepAliveTimeout = 1;
  });
  finishAnswers(app);
  requestLog(app, options.requestLine);
  const actors = new KnownActors();
  const callerContext = (request: FastifyRequest) =>
    contextOf(request, identity, database, registries, actors, behind);
  // A change of rights acts before anybody can know that it was made; who comes by a provider may come with others.
  app.addHook('onSend', async (request) => {
    const { object } = (request.params ?? {}) as { object?: string };
    const shaping =
      request.method === 'GET'
        ? request.url.startsWith('/api/auth/')
        : object === undefined || shapesRights(registry, object);
    if (shaping) actors.forget();
  });
  definitionsHeard(app, pool, registry, registries, callerContext);
  problemAnswers(app, registry, callerContext);
  await protect(app, identity, options.rates);
  const workspaces = async () =>
    (await identity.workspaces.list())
      .filter(({ name, suspendedAt }) => suspendedAt === null && !behind.has(name))
      .map(workspaceOf);
  healthRoute(app, version, database, workspaces);
  referenceRoutes(app, {
    // To nobody in particular, what every company has.
    registryOf: (request) =>
      callerContext(request).then(
        (context) => context.registry,
        () => registry,
      ),
    version,
    sessionCookie: sessionCookieName(identity.baseUrl),
  });
  const around: Surroundings = {
    ...options.vouching,
    mail: options.channels?.mail,
    directory: directoryOf(async (name, reason) => {
      const stored = await identity.workspaces.get(name);
      if (stored === undefined) return undefined;
      const workspace = workspaceOf(stored);
      return { ...(await surroundings(workspace)), workspace, actor: asSystem(reason), now: Date.now() };
    }),
  };
  const setup = {
    setupNeeded: async () => (await identity.workspaces.list()).length === 0,
    setUp: (input: SetupInput) => setUp(identity, database, registry, input),
  };
  await app.register(identityRoutes(identity, setup, around));
  app.get('/api/meta', async (request, reply) => {
    const context = await callerContext(request);
    const { email } = JSON.parse(
      await readRecord(context, registry.people, context.actor.id ?? '', ['email']),
    );
    return sendUnlessKnown(request, reply, metaOf(context, email));
  });
  meRoutes(app, callerContext);
  companyRoutes(app, identity, callerContext);
  peopleRoutes(app, identity, around, callerContext);
  providerSettingsRoutes(app, identity, callerContext);
  impersonationRoutes(app, identity, around, callerContext);
  serviceUserRoutes(app, identity, callerContext);
  await app.register(scimRoutes(identity, callerContext), { prefix: '/api/scim/v2' });
  recordRoutes(app, callerContext);
  actionRoutes(app, callerContext);
  automationRoutes(app, callerContext);
  const ports = { ...options.channels, baseUrl: options.baseUrl };
  notificationRoutes(app, callerContext);
  notificationSettingsRoutes(app, callerContext, ports);
  deliveryRoutes(app, callerContext);
  duplicateRoutes(app, callerContext);
  accessRoutes(app, callerContext);
  privacyRoutes(app, identity, options.files?.store, callerContext);
  const auditKey = chainKey(options.secret);
  auditRoutes(app, identity, auditKey, callerContext);
  const audit = serveAudit(database, auditKey, report);
  fieldRoutes(app, registry, registries, callerContext);
  searchRoutes(app, callerContext);
  publicFormRoutes(app, {
    ...{ baseUrl: options.baseUrl, secret: options.secret, attempts: createAttemptCounter(pool) },
    async surroundings(name) {
      const stored = await identity.workspaces.get(name);
      if (stored === undefined || stored.suspendedAt !== null) return undefined;
      return {
        registry: await registries.of(stored.schema),
        ...{ workspace: workspaceOf(stored), database, now: Date.now() },
      };
    },
  });
  const deliveries = serveDeliveries(surroundings, workspaces, ports, report);
  const automations = serveAutomations(surroundings, workspaces, report, deliveries.wake);
  const feeds = createFeeds(database, registry, report);
  liveRoutes(app, callerContext, feeds);
  registries.onChange((schema) => feeds.of(schema).tell('meta', {}));
  app.addHook('onResponse', async (request, reply) => {
    if (request.method === 'GET' || reply.statusCode >= 400) return;
    automations.wake();
    feeds.wake();
  });
  app.addHook('preClose', async () => {
    await feeds.close();
    await automations.stop();
    await deliveries.stop();
    await audit.stop();
  });
  const inEach = (work: (workspace: Workspace) => Promise<unknown>) => async () => {
    for (const workspace of await workspaces()) await work(workspace);
  };
  const { store } = options.files ?? {};
  const clearing = clearRegularly(
    [
      () => removeExpired(pool),
      () => removeExpiredEntries(database, auditKey, new Date()),
      inEach((workspace) => removeRead({ database, workspace })),
      inEach(async (workspace) => {
        const registry = await registries.everythingOf(workspace.schema);
        if (store !== undefined) await removeUnheld({ registry, database }, workspace, store);
      }),
    ],
    report,
  );
  app.addHook('preClose', () => clearing.stop());
  if (options.files !== undefined) {
    await fileRoutes(app, callerContext, options.files);
    const imports = serveImports(surroundings, workspaces, options.files.store, report);
    app.addHook('preClose', () => imports.stop());
    await importRoutes(app, callerContext, { ...options.files, wake: imports.wake });
  }
  if (everything !== undefined) {
    const backups = serveBackups(
      everything,
      options.backups,
      async () => (await identity.workspaces.list())[0]?.settings.timeZone ?? 'UTC',
      async (kind, error) => {
        report(error);
        const [first] = await identity.workspaces.list();
        const { mail } = options.channels ?? {};
        if (first === undefined || mail === undefined) return;
        const workspace = workspaceOf(first);
        const actor = asSystem('telling administrators that a backup failed');
        const context = { ...(await surroundings(workspace)), workspace, actor, now: Date.now() };
        await tellOfFailure(context, mail, options.baseUrl, kind, String((error as Error).message));
      },
    );
    app.addHook('preClose', () => backups.stop());
    operationRoutes(app, identity, callerContext, { version, backups, directory: options.directory });
  }
  metricsRoute(app, options.metricsToken, pool, workspaces);
  await clientFiles(app, options.client);
  return app;
}

/** Who asks, in which workspace, with which rights; refuses nobody, a foreign page, and a key beyond its scopes. */
async function contextOf(
  request: FastifyRequest,
  identity: Identity,
  database: Database,
  registries: CompanyRegistries,
  actors: KnownActors,
  behind: ReadonlySet<string>,
): Promise<Context> {
  const caller = await identity.authenticate(request.headers);
  if (caller === undefined) throw new Refusal('unauthenticated');
  if (behind.has(caller.workspace)) throw new Refusal('unavailable');
  const writes = request.method !== 'GET' && request.method !== 'HEAD';
  if (writes && caller.via === 'session' && isCrossOrigin(request.headers, identity.trustedOrigins))
    throw new Refusal('forbidden');
  const { object = '', action } = request.params as { object?: string; action?: string };
  const { scope } = request.routeOptions.config;
  const within =
    scope !== undefined
      ? caller.scopes?.includes(scope) === true
      : action === undefined
        ? allows(caller, writes ? 'write' : 'read', object)
        : allows(caller, 'action', action);
  if (!within) throw new Refusal('forbidden');
  const stored = await identity.workspaces.get(caller.workspace);
  if (stored === undefined) throw new Refusal('unauthenticated');
  const registry = await registries.of(stored.schema);
  const person = (id: string) =>
    actors.get(`${stored.schema} ${id}`, () => loadActor(database, registry, stored.schema, id));
  const actor = await person(caller.userId);
  if (actor === undefined) throw new Refusal('unauthenticated');
  const context = { registry, workspace: workspaceOf(stored), database, actor, now: Date.now() };
  if (caller.impersonator === undefined) return context;
  const by = await person(caller.impersonator.userId);
  // Who is no administrator any more acts as nobody.
  if (by?.id == null || !by.unlimited) throw new Refusal('unauthenticated');
  const until = new Date(caller.impersonator.until).toISOString();
  return { ...context, actor: { ...actor, impersonator: { id: by.id, name: by.name, until } } };
}
