import Fastify, { type FastifyInstance } from 'fastify';
import { calDav } from '#adapters/caldav/caldav.ts';
import { webhookSender } from '#adapters/webhook/webhook-sender.ts';
import { asSystem } from '#engine/access/actor.ts';
import { shapesRights } from '#engine/access/shapes-rights.ts';
import { keysAsPasswords } from '#engine/carddav/key-as-password.ts';
import { databaseOn } from '#engine/database/database.ts';
import { withoutValues } from '#engine/database/without-values.ts';
import { accessRoutes } from '#engine/http/access-routes.ts';
import { actionRoutes } from '#engine/http/action-routes.ts';
import { auditRoutes } from '#engine/http/audit-routes.ts';
import { automationRoutes } from '#engine/http/automation-routes.ts';
import { bulkRoutes } from '#engine/http/bulk-routes.ts';
import { calendarFeedRoutes } from '#engine/http/calendar-feed-routes.ts';
import { calendarSyncRoutes } from '#engine/http/calendar-sync-routes.ts';
import { cardDavRoutes } from '#engine/http/carddav-routes.ts';
import { buildHeader, clientBuild, tellOfBuild } from '#engine/http/client-build.ts';
import { clientFiles } from '#engine/http/client-files.ts';
import { companyRoutes } from '#engine/http/company-routes.ts';
import { configurationRoutes } from '#engine/http/configuration-routes.ts';
import { definitionsHeard } from '#engine/http/definitions-heard.ts';
import { deliveryRoutes } from '#engine/http/delivery-routes.ts';
import { duplicateReviewRoutes } from '#engine/http/duplicate-review-routes.ts';
import { duplicateRoutes } from '#engine/http/duplicate-routes.ts';
import { fieldRoutes } from '#engine/http/field-routes.ts';
import { fileRoutes } from '#engine/http/file-routes.ts';
import { finishAnswers } from '#engine/http/finish-answers.ts';
import { firstStepRoutes } from '#engine/http/first-step-routes.ts';
import { followerRoutes } from '#engine/http/follower-routes.ts';
import { guestRoutes } from '#engine/http/guest-routes.ts';
import { healthRoute } from '#engine/http/health-route.ts';
import { impersonationRoutes } from '#engine/http/impersonation-routes.ts';
import { importRoutes } from '#engine/http/import-routes.ts';
import { layoutRoutes } from '#engine/http/layout-routes.ts';
import { liveRoutes } from '#engine/http/live-routes.ts';
import { lookRoutes } from '#engine/http/look-routes.ts';
import { meRoutes } from '#engine/http/me-routes.ts';
import { metricsRoute } from '#engine/http/metrics-route.ts';
import { moduleRoutes } from '#engine/http/module-routes.ts';
import { noteRefused } from '#engine/http/note-refused.ts';
import { notificationRoutes } from '#engine/http/notification-routes.ts';
import { notificationSettingsRoutes } from '#engine/http/notification-settings-routes.ts';
import { objectRoutes } from '#engine/http/object-routes.ts';
import { occurrenceRoutes } from '#engine/http/occurrence-routes.ts';
import { operationRoutes } from '#engine/http/operation-routes.ts';
import { operatorAddress } from '#engine/http/operator.ts';
import { peopleRoutes } from '#engine/http/people-routes.ts';
import { placeRoutes } from '#engine/http/place-routes.ts';
import { privacyRoutes } from '#engine/http/privacy-routes.ts';
import { addressProblem, problemAnswers } from '#engine/http/problem-answers.ts';
import { protect } from '#engine/http/protect.ts';
import { providerSettingsRoutes } from '#engine/http/provider-settings-routes.ts';
import { publicFormRoutes } from '#engine/http/public-form-routes.ts';
import { recordRoutes } from '#engine/http/record-routes.ts';
import { referenceRoutes } from '#engine/http/reference-routes.ts';
import { registerRoutes } from '#engine/http/register-routes.ts';
import { reportRoutes } from '#engine/http/report-routes.ts';
import { requestId } from '#engine/http/request-id.ts';
import { requestLog } from '#engine/http/request-log.ts';
import { retentionRoutes } from '#engine/http/retention-routes.ts';
import { safeguardRoutes } from '#engine/http/safeguard-routes.ts';
import { searchRoutes } from '#engine/http/search-routes.ts';
import { sendTagged } from '#engine/http/send-unless-known.ts';
import { serviceUserRoutes } from '#engine/http/service-user-routes.ts';
import { shownViewRoutes } from '#engine/http/shown-view-routes.ts';
import { templateRoutes } from '#engine/http/template-routes.ts';
import { toldMeta } from '#engine/http/told-meta.ts';
import { viewLinkRoutes } from '#engine/http/view-link-routes.ts';
import { webhookRoutes } from '#engine/http/webhook-routes.ts';
import { workingTimeRoutes } from '#engine/http/working-time-routes.ts';
import { workspaceRoutes } from '#engine/http/workspace-routes.ts';
import { createAttemptCounter } from '#engine/identity/attempts.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import type { SetupInput } from '#engine/identity/routes/setup-input.ts';
import { identityRoutes } from '#engine/identity/routes.ts';
import { sessionCookieName } from '#engine/identity/sessions/session-cookie-name.ts';
import type { Surroundings } from '#engine/identity/surroundings.ts';
import type { Steward, Workspace as StoredWorkspace } from '#engine/identity/workspaces.ts';
import { momentHeader, writeMoment } from '#engine/live/moment.ts';
import { clientsSeen } from '#engine/operation/client-versions.ts';
import { outcomesIn } from '#engine/operation/integrations.ts';
import { servicesSet } from '#engine/operation/services-set.ts';
import { directoryOf } from '#engine/people/directory-of.ts';
import { KnownActors } from '#engine/people/known-actors.ts';
import type { Workspace } from '#engine/records/context.ts';
import { readRecord } from '#engine/records/read.ts';
import { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import { isWatermarked } from '#engine/safeguards/person-taking.ts';
import { ViewCounts } from '#engine/safeguards/view-counts.ts';
import { scimRoutes } from '#engine/scim/scim-routes.ts';
import type { EnteredCompany } from '#engine/workspaces/entered-company.ts';
import type { WantedCopy } from '#engine/workspaces/wanted-copy.ts';
import { WorkspaceUses } from '#engine/workspaces/workspace-uses.ts';
import { anonymiseWorkspace } from './anonymise-workspace.ts';
import type { ApplicationOptions } from './application-options.ts';
import { type BackgroundWork, startBackgroundWork } from './background-work.ts';
import { callerContextOf } from './caller-context.ts';
import { limitedWorkspace } from './limited-workspace.ts';
import { openWorkspace } from './open-workspace.ts';
import { packagesShipped } from './packages-shipped.ts';
import { placesOf } from './places-of.ts';
import { securityTxt } from './security-txt.ts';
import { setUp } from './set-up.ts';
import { backUpWherePossible, upgradeInstallation } from './upgrade-installation.ts';
import { upgradeWorkspaces } from './upgrade-workspaces.ts';
import { version } from './version.ts';
import { watchCertificates } from './watch-certificates.ts';
import { scannedFiles, watchedChannels, watchedVouching } from './watched-ports.ts';
import { workspaceOf } from './workspace-of.ts';

/** The whole server, not yet listening: identity, set-up and records over one database. */
export async function createApplication(given: ApplicationOptions): Promise<FastifyInstance> {
  const { pool, registry, owner: owning = pool } = given;
  const database = databaseOn(pool);
  const owner = databaseOn(owning);
  const report = (error: unknown) => console.error(withoutValues(error));
  const outcomes = outcomesIn(database, report);
  const options: ApplicationOptions = {
    ...given,
    ...(given.channels && { channels: watchedChannels(given.channels, outcomes) }),
    ...(given.vouching && { vouching: watchedVouching(given.vouching, outcomes) }),
    ...(given.files &&
      given.scanner && { files: scannedFiles(given.files, given.scanner, outcomes, report) }),
  };
  const identity = await createIdentity(options);
  const registries = new CompanyRegistries(database, registry, report, owner);
  const surroundings = async ({ schema }: Workspace) => ({ registry: await registries.of(schema), database });
  const stored = await identity.workspaces.list();
  const everything = options.files && {
    ...{ pool: owning, version, files: options.files.store, secret: options.secret },
  };
  const behind = await upgradeInstallation({
    ...{ database: owner, registry, workspaces: stored },
    backUp: async () => (everything ? backUpWherePossible(everything, placesOf(options)) : null),
    change: () => upgradeWorkspaces(owner, registry, stored),
  });
  const { trustedProxies = [] } = options;
  const trustProxy = trustedProxies.length > 0 && [...trustedProxies];
  const app = Fastify({
    bodyLimit: 16 * 1024 * 1024,
    // A database that is slow just after a start, with all its files on the disk yet, is waited for.
    pluginTimeout: 0,
    genReqId: requestId,
    trustProxy,
    frameworkErrors: addressProblem,
  });
  // A connection whose answer is just going out when the server closes would else be waited for, idle.
  app.addHook('preClose', async () => {
    app.server.keepAliveTimeout = 1;
  });
  options.tracing?.follow(app);
  const build = clientBuild(options.client, version);
  tellOfBuild(app, build);
  const clientSeen = clientsSeen(database, report);
  finishAnswers(app);
  requestLog(app, options.requestLine);
  const actors = new KnownActors();
  const uses = new WorkspaceUses(database, (schema) => registries.everythingOf(schema), report);
  const callerContext = callerContextOf({ uses, identity, database, registries, actors, behind });
  // A change of rights acts before anybody can know that it was made; who comes by a provider may come with others.
  app.addHook('onSend', (request, _reply, _payload, done) => {
    const { object } = (request.params ?? {}) as { object?: string };
    const shaping =
      request.method === 'GET' || request.routeOptions.config?.scope === 'addressBook'
        ? request.url.startsWith('/api/auth/')
        : object === undefined || shapesRights(registry, object);
    if (shaping) actors.forget();
    if (shaping && object === registry.people && request.method !== 'GET') identity.forget({});
    done();
  });
  let work: BackgroundWork | undefined;
  const forgetWorkspace = (schema: string) => {
    const name = schema.replace(/^ws_/, '');
    registries.forget(schema);
    uses.forget(schema);
    identity.workspaces.forget(name);
    identity.forget({ workspace: name });
    work?.feeds.forget(schema);
  };
  definitionsHeard(app, pool, registry, registries, callerContext, {
    workspace: forgetWorkspace,
    caller(identityId) {
      identity.forget(identityId === undefined ? {} : { identityId });
      actors.forget();
    },
  });
  problemAnswers(app, registry, callerContext);
  noteRefused(app, identity, database, report);
  keysAsPasswords(app);
  await protect(app, identity, options.rates);
  const open = async () =>
    (await identity.workspaces.list()).filter(({ name, closed }) => !closed && !behind.has(name));
  const workspaces = async () => (await open()).map((stored) => limitedWorkspace(stored, uses));
  const speaking = async () =>
    (await open()).filter(({ copyOf }) => copyOf === null).map((stored) => workspaceOf(stored));
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
      const workspace = limitedWorkspace(stored, uses);
      return { ...(await surroundings(workspace)), workspace, actor: asSystem(reason), now: Date.now() };
    }),
  };
  const setup = {
    setupNeeded: async () => (await identity.workspaces.list()).length === 0,
    setUp: (input: SetupInput) => setUp({ pool: owning, identity, registry }, input),
  };
  await app.register(identityRoutes(identity, setup, around));
  app.get('/api/meta', async (request, reply) => {
    const context = await callerContext(request);
    const theirs = request.headers[buildHeader];
    if (theirs !== undefined && context.actor.id !== null)
      clientSeen(context.workspace.name, context.actor.id, String(theirs));
    const { schema } = context.workspace;
    const [snapshot, person, address, watermark] = await Promise.all([
      work?.feeds.of(schema).snapshot(),
      readRecord(context, registry.people, context.actor.id ?? '', ['email']),
      operatorAddress(request, identity, context),
      isWatermarked(context),
    ]);
    const { email } = JSON.parse(person);
    const operator = address !== undefined;
    if (snapshot !== undefined) {
      // A model that has come only now is not the one that is told of here.
      const known = registries.present(schema);
      const model = known?.registry === context.registry ? known.source : '';
      reply.header(momentHeader, writeMoment({ snapshot, model }));
    }
    return sendTagged(request, reply, toldMeta(context, { email, operator, watermark }, options.mapTiles));
  });
  meRoutes(app, callerContext);
  companyRoutes(app, identity, uses, callerContext);
  const kept = { database: owner, files: options.files?.store, chainKey: identity.auditKey };
  const begin = (input: EnteredCompany, by: Steward) =>
    openWorkspace({ pool: owning, identity, registry }, input, by);
  const copy = async (source: StoredWorkspace, wanted: WantedCopy, by: Steward) => {
    const everything = await registries.everythingOf(source.schema);
    return anonymiseWorkspace(
      { pool: owning, identity, registry: everything, secret: options.secret },
      source,
      wanted,
      by,
    );
  };
  workspaceRoutes(app, identity, { kept, registries, uses, open: begin, copy }, callerContext);
  peopleRoutes(app, identity, around, callerContext);
  providerSettingsRoutes(app, identity, callerContext);
  impersonationRoutes(app, identity, around, callerContext);
  serviceUserRoutes(app, identity, callerContext);
  await app.register(scimRoutes(identity, callerContext), { prefix: '/api/scim/v2' });
  configurationRoutes(app, identity, registries, callerContext);
  const views = new ViewCounts();
  recordRoutes(app, callerContext, views);
  reportRoutes(app, callerContext);
  occurrenceRoutes(app, callerContext, views);
  workingTimeRoutes(app, callerContext);
  actionRoutes(app, callerContext);
  automationRoutes(app, callerContext, options.channels?.mail);
  const ports = { ...options.channels, baseUrl: options.baseUrl };
  notificationRoutes(app, callerContext);
  lookRoutes(app, callerContext);
  notificationSettingsRoutes(app, callerContext, ports);
  deliveryRoutes(app, callerContext);
  duplicateRoutes(app, callerContext);
  accessRoutes(app, callerContext);
  layoutRoutes(app, callerContext);
  firstStepRoutes(app, callerContext);
  placeRoutes(app, callerContext);
  followerRoutes(app, callerContext);
  templateRoutes(app, callerContext);
  retentionRoutes(app, identity, callerContext);
  auditRoutes(app, identity, callerContext);
  moduleRoutes(app, identity, registries, callerContext);
  fieldRoutes(app, registry, registries, callerContext);
  objectRoutes(app, registry, registries, callerContext);
  searchRoutes(app, callerContext);
  /** Where those are who have not signed in. */
  const openSurroundings = async (name: string) => {
    const stored = await identity.workspaces.get(name);
    if (stored === undefined || stored.closed) return undefined;
    return {
      registry: await registries.of(stored.schema),
      ...{ workspace: limitedWorkspace(stored, uses), database, now: Date.now() },
    };
  };
  const toStrangers = {
    ...{ baseUrl: options.baseUrl, secret: options.secret, attempts: createAttemptCounter(pool) },
    surroundings: openSurroundings,
  };
  publicFormRoutes(app, toStrangers);
  await guestRoutes(app, toStrangers);
  viewLinkRoutes(app, callerContext, options);
  await shownViewRoutes(app, toStrangers);
  calendarFeedRoutes(app, callerContext, { baseUrl: options.baseUrl, surroundings: openSurroundings });
  await app.register(cardDavRoutes(identity, callerContext));
  const { calendars = calDav(), webhooks = webhookSender() } = options;
  calendarSyncRoutes(app, callerContext, { calendars, baseUrl: options.baseUrl, report });
  const grounds = {
    ...{ options, everything, pool, database, registry, registries, identity },
    ...{ surroundings, workspaces, speaking, kept, report, views, calendars, webhooks },
  };
  work = startBackgroundWork(app, grounds);
  const { feeds, wakeImports, wakeBulk, wakeLooks, wakeWebhooks, writeViews, backups, archive } = work;
  webhookRoutes(app, callerContext, webhooks, wakeWebhooks);
  liveRoutes(app, callerContext, feeds, (schema) => registries.present(schema)?.source);
  duplicateReviewRoutes(app, callerContext, wakeLooks);
  bulkRoutes(app, callerContext, { wake: wakeBulk, report });
  safeguardRoutes(app, identity, writeViews, callerContext);
  privacyRoutes(app, identity, options.files?.store, callerContext, () => backups?.forgetKeys());
  if (options.files !== undefined) {
    await fileRoutes(app, callerContext, options.files);
    await importRoutes(app, callerContext, { ...options.files, wake: wakeImports });
  }
  const services = async () => [
    ...(options.services ?? []),
    ...(await servicesSet(identity, backups, database)),
  ];
  registerRoutes(app, identity, services, callerContext);
  watchCertificates(app, grounds, services);
  if (backups !== undefined)
    operationRoutes(app, identity, callerContext, {
      ...{
        version,
        backups,
        archive,
        build,
        owner,
        directory: options.directory,
        postgres: options.postgres,
      },
      ...{ services, readCertificate: options.readCertificate },
      packages: packagesShipped,
    });
  securityTxt(app, options.baseUrl, options.securityContact);
  metricsRoute(app, options.metricsToken, pool, workspaces);
  await clientFiles(app, {
    directory: options.client,
    tiles: options.mapTiles,
    sessionCookie: sessionCookieName(identity.baseUrl),
  });
  return app;
}
