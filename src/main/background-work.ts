import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { removeExpiredEntries } from '#engine/audit/remove-expired-entries.ts';
import { serveAudit } from '#engine/audit/serve-audit.ts';
import { serveAutomations } from '#engine/automation/serve-automations.ts';
import type { BackupSource } from '#engine/backup/make-backup.ts';
import { forgetOldBulk } from '#engine/bulk/bulk-table.ts';
import { serveBulk } from '#engine/bulk/serve-bulk.ts';
import { serveCalendarSync } from '#engine/calendar-sync/serve-calendar-sync.ts';
import type { Database } from '#engine/database/database.ts';
import { queueDailyLooks, serveLooks } from '#engine/duplicates/review/serve-looks.ts';
import { removeUnheld } from '#engine/files/remove-unheld.ts';
import { serveTexts } from '#engine/files/text/serve-texts.ts';
import { answerAddress } from '#engine/guests/answer-address.ts';
import type { Identity } from '#engine/identity/identity.ts';
import { removeExpired } from '#engine/identity/remove-expired.ts';
import { serveImports } from '#engine/imports/serve-imports.ts';
import { regularly } from '#engine/jobs/regularly.ts';
import { createFeeds, type Feeds } from '#engine/live/feeds.ts';
import { serveLogSeal } from '#engine/log-seal/serve-log-seal.ts';
import { removeRead } from '#engine/notifications/remove-read.ts';
import { serveDeliveries } from '#engine/notifications/serve-deliveries.ts';
import { forgetOldClients } from '#engine/operation/client-versions.ts';
import type { ServedKind } from '#engine/operation/operation-runs.ts';
import { type BackupSchedule, serveBackups } from '#engine/operation/serve-backups.ts';
import { tellOfFailure } from '#engine/operation/tell-of-failure.ts';
import { type Archive, serveArchive } from '#engine/point-in-time/serve-archive.ts';
import { activeRules, applyRetention } from '#engine/privacy/retention.ts';
import { keptAnswerPath } from '#engine/public-forms/kept-answer-address.ts';
import type { Context, Workspace } from '#engine/records/context.ts';
import type { CompanyRegistries } from '#engine/run-time/company-registries.ts';
import { serveViewCounts } from '#engine/safeguards/serve-view-counts.ts';
import type { ViewCounts } from '#engine/safeguards/view-counts.ts';
import { forgetTaken } from '#engine/safeguards/what-was-taken.ts';
import { settleSealed } from '#engine/sealing/settle-sealed.ts';
import { forgetToldDeliveries } from '#engine/webhooks/deliveries.ts';
import { serveWebhooks } from '#engine/webhooks/serve-webhooks.ts';
import type { Kept } from '#engine/workspaces/kept.ts';
import { removeDue } from '#engine/workspaces/remove-workspace.ts';
import type { DistantCalendars } from '#kernel/port/distant-calendar.ts';
import type { MailSender } from '#kernel/port/mail-sender.ts';
import type { WebhookSender } from '#kernel/port/webhook-sender.ts';
import { asWhole, type Registry } from '#kernel/registry.ts';
import type { ApplicationOptions } from './application-options.ts';
import { placesOf } from './places-of.ts';
import { workspaceOf } from './workspace-of.ts';

export interface Grounds {
  readonly options: ApplicationOptions;
  readonly pool: Pool;
  readonly database: Database;
  readonly registry: Registry;
  readonly registries: CompanyRegistries;
  readonly identity: Identity;
  /** What a backup holds, where files are kept. */
  readonly everything: BackupSource | undefined;
  readonly surroundings: (workspace: Workspace) => Promise<Pick<Context, 'registry' | 'database'>>;
  readonly kept: Kept;
  /** Those in which work goes on. */
  readonly workspaces: () => Promise<readonly Workspace[]>;
  /** Those from which people are written to. */
  readonly speaking: () => Promise<readonly Workspace[]>;
  readonly report: (error: unknown) => void;
  readonly views: ViewCounts;
  readonly calendars: DistantCalendars;
  readonly webhooks: WebhookSender;
}

/** What goes on without being asked for, as far as requests have to do with it. */
export interface BackgroundWork {
  readonly feeds: Feeds;
  readonly wakeImports: () => void;
  readonly wakeBulk: () => void;
  readonly wakeLooks: () => void;
  readonly wakeWebhooks: () => void;
  /** Writes down what people have looked at until now. */
  readonly writeViews: () => Promise<void>;
  readonly backups: BackupSchedule | undefined;
  readonly archive: Archive | undefined;
}

/** Starts what goes on beside the requests, and ends it before the server closes. */
export function startBackgroundWork(app: FastifyInstance, grounds: Grounds): BackgroundWork {
  const { options, database, registry, registries, identity, surroundings, workspaces, speaking, report } =
    grounds;
  const ports = { ...options.channels, baseUrl: options.baseUrl };
  const audit = serveAudit(database, grounds.kept.chainKey, report);
  const logSeal = serveLogSeal(database, workspaces, report);
  const deliveries = serveDeliveries(surroundings, speaking, ports, report);
  const working = async (workspace: Workspace) => {
    const { copyOf = null } = (await identity.workspaces.get(workspace.name)) ?? {};
    const { baseUrl, secret } = options;
    return {
      ...(await surroundings(workspace)),
      ...(copyOf === null && { mail: ports.mail }),
      answerAt: (name: string, guest: string, form?: string) =>
        form === undefined
          ? answerAddress(baseUrl, secret, name, guest)
          : baseUrl + keptAnswerPath(secret, { workspace: name, form, answer: guest }),
    };
  };
  const webhooks = serveWebhooks(surroundings, speaking, grounds.webhooks, report);
  const worked = () => {
    deliveries.wake();
    webhooks.wake();
  };
  const automations = serveAutomations(working, workspaces, report, worked, options.clockEvery);
  const feeds = createFeeds(database, registry, report);
  registries.onChange((schema) => feeds.of(schema).tell('meta', {}));
  app.addHook('onResponse', (request, reply, done) => {
    if (request.method !== 'GET' && reply.statusCode < 400) {
      automations.wake();
      feeds.wake();
      webhooks.wake();
      if (request.url.startsWith('/api/files')) texts?.wake();
    }
    done();
  });
  const settling = inEachOf(workspaces, async (workspace) => {
    const { objects } = await registries.everythingOf(workspace.schema);
    for (const object of objects.values()) await settleSealed({ database, workspace }, object);
  })().catch(report);
  const clearing = regularly(clearings(grounds), report);
  const counting = serveViewCounts(grounds.views, surroundings, workspaces, report);
  const store = options.files?.store;
  const imports = store && serveImports(surroundings, workspaces, store, report);
  const bulk = serveBulk(surroundings, workspaces, report);
  const looks = serveLooks(surroundings, workspaces, report);
  const texts = store && serveTexts(database, workspaces, store, report);
  const exchange = { calendars: grounds.calendars, baseUrl: options.baseUrl, report };
  const calendarSync = serveCalendarSync(surroundings, speaking, exchange);
  const { backups, archive } = startBackups(grounds);
  app.addHook('preClose', async () => {
    await feeds.close();
    await automations.stop();
    await settling;
    for (const work of [
      counting,
      deliveries,
      webhooks,
      audit,
      logSeal,
      clearing,
      imports,
      bulk,
      looks,
      texts,
      calendarSync,
      backups,
      archive,
    ])
      await work?.stop();
  });
  return {
    ...{ feeds, wakeImports: () => imports?.wake(), wakeBulk: bulk.wake, wakeLooks: looks.wake },
    wakeWebhooks: webhooks.wake,
    ...{ writeViews: counting.write, backups, archive },
  };
}

function inEachOf(workspaces: Grounds['workspaces'], work: (workspace: Workspace) => Promise<unknown>) {
  return async () => {
    for (const workspace of await workspaces()) await work(workspace);
  };
}

function clearings(grounds: Grounds) {
  const { options, pool, database, registries, workspaces, surroundings, kept } = grounds;
  const inEach = (work: (workspace: Workspace) => Promise<unknown>) => inEachOf(workspaces, work);
  const store = options.files?.store;
  return [
    () => removeExpired(pool),
    () => forgetOldClients(database),
    () => removeDue(kept),
    () => removeExpiredEntries(database, kept.chainKey, new Date()),
    inEach((workspace) => removeRead({ database, workspace })),
    inEach((workspace) => forgetTaken({ database, workspace })),
    inEach((workspace) => forgetOldBulk({ database, workspace })),
    inEach((workspace) => forgetToldDeliveries({ database, workspace })),
    inEach(async (workspace) => queueDailyLooks({ ...(await surroundings(workspace)), workspace })),
    inEach(async (workspace) => {
      const actor = asSystem('Their time is over, as a retention rule says.');
      // Also of what the company has switched off.
      const whole = asWhole(await surroundings(workspace));
      const context = { ...whole, workspace, actor, now: Date.now() };
      for (const rule of await activeRules(context)) await applyRetention(context, rule);
    }),
    inEach(async (workspace) => {
      const registry = await registries.everythingOf(workspace.schema);
      if (store !== undefined) await removeUnheld({ registry, database }, workspace, store);
    }),
  ];
}

/** Writes to those who run the installation: the administrators of the company set up first. */
export async function toRunners(
  { options, surroundings, identity }: Pick<Grounds, 'options' | 'surroundings' | 'identity'>,
  write: (context: Context, mail: MailSender) => Promise<void>,
): Promise<void> {
  const [stored] = await identity.workspaces.list();
  const { mail } = options.channels ?? {};
  if (stored === undefined || mail === undefined) return;
  const workspace = workspaceOf(stored);
  const actor = asSystem('telling administrators how the installation does');
  await write({ ...(await surroundings(workspace)), workspace, actor, now: Date.now() }, mail);
}

function startBackups(grounds: Grounds) {
  const { options, everything, identity, report } = grounds;
  if (everything === undefined) return {};
  const first = async () => (await identity.workspaces.list())[0];
  const failed = async (kind: ServedKind, error: unknown) => {
    report(error);
    await toRunners(grounds, (context, mail) => tellOfFailure(context, mail, options.baseUrl, kind, error));
  };
  const timeZone = async () => (await first())?.settings.timeZone ?? 'UTC';
  const backups = serveBackups(everything, placesOf(options), timeZone, failed);
  const { postgres } = options;
  const archive = serveArchive(everything, postgres, backups.place, failed);
  return { backups, archive };
}
