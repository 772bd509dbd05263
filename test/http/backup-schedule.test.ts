import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createServer, type Server } from 'node:tls';
import { generate } from 'selfsigned';
import { peerCertificate } from '#adapters/outgoing/peer-certificate.ts';
import { smtpMail } from '#adapters/smtp/smtp-mail.ts';
import { asSystem } from '#engine/access/actor.ts';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { createPool } from '#engine/database/database.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import type { BackupSettings } from '#engine/operation/backup-settings.ts';
import { isBackupDue, isDrillDue } from '#engine/operation/due.ts';
import { tellOfCertificate, warnOfCertificates } from '#engine/operation/warn-of-certificates.ts';
import { createApplication } from '#main/application.ts';
import { version } from '#main/version.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { testDatabase } from '#test/database.ts';
import { type MailServer, startMailServer } from '#test/outside/mail-server.ts';
import { type Product, startProduct } from './product.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'guanxi-schedule-'));

/** A server on this machine with a certificate that is good for so many days. */
async function securedFor(days: number): Promise<Server> {
  const notAfterDate = new Date(Date.now() + days * 86_400_000);
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'mail.hengyue.example' }], {
    notAfterDate,
  });
  const server = createServer({ cert, key });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return server;
}

describe('the administrator’s console', () => {
  const backups = { store: folderBackupStore(newFolder()), passphrase: 'a long walk by the river' };
  const lines: string[] = [];
  let product: Product;
  let mails: MailServer;

  const client = newFolder();
  let secured: Server;

  before(async () => {
    mails = await startMailServer();
    secured = await securedFor(10);
    writeFileSync(join(client, '.built-from'), '0123456789abcdef');
    writeFileSync(join(client, 'index.html'), '<!doctype html>');
    const mail = smtpMail({ url: mails.url, from: 'CRM <crm@hengyue.example>' });
    product = await startProduct({
      ...{ backups, channels: { mail }, metricsToken: 'known to prometheus', directory: newFolder() },
      files: { store: folderStore(newFolder()), limit: 1_000_000 },
      requestLine: (line) => lines.push(line),
      client,
      services: [
        {
          name: 'mail',
          kind: 'mail',
          address: `smtps://localhost:${(secured.address() as AddressInfo).port}`,
        },
        { name: 'traces', kind: 'traces', address: 'https://localhost:4398' },
      ],
      readCertificate: peerCertificate({ loopback: true }),
    });
  });

  after(() => void secured.close());

  /** The console once the latest backup or trial has ended. */
  async function ended(kind: string) {
    for (let waited = 0; ; waited += 50) {
      assert.ok(waited < 20_000, `the ${kind} ends`);
      const { body } = await product.ask('GET', '/api/operation');
      const [run] = body.backup.runs;
      if (run?.kind === kind && run.state !== 'running') return { run, body };
      await pause(50);
    }
  }

  it('ADM-02 tells of a failed trial restore by mail, makes a backup at once, and tries it out', async () => {
    assert.equal((await product.ask('POST', '/api/operation/drill', {})).status, 202);
    assert.equal((await ended('drill')).run.state, 'failed');
    for (let waited = 0; mails.mails.length === 0 && waited < 10_000; waited += 20) await pause(20);
    assert.match(mails.mails[0]?.headers.get('subject') ?? '', /最近的备份无法恢复/);
    await product.ask('POST', '/api/operation/backup', {});
    const made = await ended('backup');
    assert.deepEqual([made.run.state, made.body.backup.kept.length], ['done', 1]);
    await product.ask('POST', '/api/operation/drill', {});
    const tried = await ended('drill');
    assert.deepEqual([tried.run.state, tried.run.facts.rows], ['done', made.run.facts.rows]);
  });

  it('ADM-01 shows versions, room, connections and queues to administrators alone', async () => {
    const { body } = await product.ask('GET', '/api/operation');
    assert.match(body.state.postgres, /^\d+/);
    assert.ok(body.state.disk.free > 0 && body.state.database > 0);
    assert.deepEqual(
      body.queues.map(({ name }: { name: string }) => name),
      ['automations', 'deliveries', 'webhooks', 'imports', 'history'],
    );
    const na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesManager'],
    });
    for (const [method, url] of [
      ['GET', '/api/operation'],
      ['PATCH', '/api/operation/backup'],
      ['POST', '/api/operation/backup'],
      ['POST', '/api/operation/queues/automations/retry'],
    ] as const)
      assert.equal((await na(method, url, method === 'GET' ? undefined : {})).status, 403, url);
  });

  it('ADM-06 shows how the services outside fared, and until when their certificates are good', async () => {
    const { body } = await product.ask('GET', '/api/operation/integrations');
    const [mail, traces] = body.integrations;
    // The mail about the failed trial restore.
    assert.ok(Date.now() - new Date(mail.succeeded).getTime() < 60_000);
    assert.ok(mail.certificate, mail.fault);
    const days = (new Date(mail.certificate.until).getTime() - Date.now()) / 86_400_000;
    assert.ok(days > 9 && days < 11, String(days));
    assert.deepEqual([mail.certificate.subject, mail.failed], ['mail.hengyue.example', null]);
    assert.deepEqual([traces.certificate, traces.fault], [null, 'ECONNREFUSED']);
  });

  it('ADM-06 writes to administrators once before a certificate ends, and again when it has ended', async () => {
    const read = peerCertificate({ loopback: true });
    const services = [
      { name: 'mail', kind: 'mail', address: `smtps://localhost:${(secured.address() as AddressInfo).port}` },
      { name: 'traces', kind: 'traces', address: 'https://localhost:4398' },
    ] as const;
    const { database, registry } = product;
    const settings = { currency: 'CNY', currencies: {}, timeZone: 'Asia/Shanghai', locale: 'en' };
    const workspace = workspaceOf({
      ...{ name: 'main', label: '衡岳工业', schema: 'ws_main' },
      settings,
    });
    const mail = smtpMail({ url: mails.url, from: 'CRM <crm@hengyue.example>' });
    const told: string[] = [];
    const look = (until?: string) =>
      warnOfCertificates(
        database,
        services,
        async (address) => ({ ...(await read(address)), ...(until && { until }) }),
        async ({ name }, certificate) => {
          told.push(name);
          const context = { registry, database, workspace, actor: asSystem('test'), now: Date.now() };
          await tellOfCertificate(context, mail, 'https://crm.hengyue.example', services[0], certificate);
        },
      );
    await Promise.all([look(), look()]);
    await look();
    assert.deepEqual(told, ['mail']);
    const last = mails.mails.at(-1);
    assert.match(last?.headers.get('subject') ?? '', /证书即将到期/);
    await look(new Date(Date.now() - 1000).toISOString());
    const over = mails.mails.at(-1);
    assert.match(over?.headers.get('subject') ?? '', /证书已过期/);
    assert.match(over?.text ?? '', /证书已于 \d{4}年.* 过期/);
    // One that is good for long is not spoken of.
    await look(new Date(Date.now() + 90 * 86_400_000).toISOString());
    assert.equal(told.length, 2);
  });

  it('ADM-03 knows which builds of the client people use, and tells one that is not given out any more', async () => {
    const withBuild = (build: string) =>
      product.ask('GET', '/api/meta', undefined, { 'x-guanxi-build': build });
    const current = `${version}+01234567`;
    assert.equal((await withBuild('0.0.9+fedcba98')).headers['x-guanxi-build'], current);
    assert.equal((await withBuild(current)).headers['x-guanxi-build'], undefined);
    assert.equal((await product.ask('GET', '/api/meta')).headers['x-guanxi-build'], undefined);
    for (let waited = 0; ; waited += 20) {
      const { body } = await product.ask('GET', '/api/operation/integrations');
      const seen = body.clients.map(({ build, people }: { build: string; people: number }) => [
        build,
        people,
      ]);
      // Each person counts once, with the build that he used last.
      if (JSON.stringify(seen) === JSON.stringify([[current, 1]])) break;
      assert.ok(waited < 5000, JSON.stringify(seen));
      await pause(20);
    }
  });

  it('ADM-01 lists the packages that run with the product and their licences', async () => {
    const { packages } = (await product.ask('GET', '/api/operation/packages')).body;
    const licenses = new Map(
      packages.map(({ name, license }: { name: string; license: string }) => [name, license]),
    );
    assert.equal(licenses.get('fastify'), 'MIT');
    assert.ok(!licenses.has('typescript'));
    assert.deepEqual(
      [...licenses].filter(([, license]) => license === ''),
      [],
    );
  });

  it('ADM-04 tries failed work of a queue again, or lets it go with its reason kept', async () => {
    await product.pool.query(
      `insert into ws_main.notification (id, person, kind, cause, object, record, at)
       select gen_random_uuid(), u.id, 'none', 'test', 'user', u.id, now() from ws_main."user" u limit 1`,
    );
    await product.pool.query(
      `insert into ws_main.notification_delivery (id, notification, channel, state, reason, wake)
       select gen_random_uuid(), id, 'push', 'failed', 'no such browser', now() + interval '1 day' from ws_main.notification where cause = 'test'`,
    );
    const skipped = await product.ask('POST', '/api/operation/queues/deliveries/skip', {});
    assert.equal(skipped.body.skipped, 1);
    const { body } = await product.ask('GET', '/api/notification-deliveries?state=skipped');
    assert.equal(body.deliveries[0].reason, 'no such browser');
    assert.equal((await product.ask('POST', '/api/operation/queues/dances/skip', {})).status, 404);
  });

  it('ADM-02 keeps the schedule that was set, and names the field that cannot be', async () => {
    const set = { every: 'weekly', hour: 3, keep: 5, drill: 'monthly', pointInTime: 0 };
    assert.deepEqual((await product.ask('PATCH', '/api/operation/backup', set)).body, set);
    const wrong = await product.ask('PATCH', '/api/operation/backup', { hour: 24 });
    assert.deepEqual([wrong.status, wrong.body.errors[0].field], [422, 'hour']);
    assert.deepEqual((await product.ask('GET', '/api/operation')).body.backup.settings, set);
  });

  it('ADM-02 a backup is due when the hour has passed in the company’s time zone and none was made since', async () => {
    const { pool, database } = product;
    const settings: BackupSettings = { every: 'daily', hour: 2, keep: 5, drill: 'weekly', pointInTime: 0 };
    const due = (changes: Partial<BackupSettings> = {}) =>
      isBackupDue(database, { ...settings, ...changes }, 'Asia/Shanghai');
    const only = async (state: string, started: string, kind = 'backup') => {
      await pool.query('delete from guanxi.operation_run where kind = $1', [kind]);
      await pool.query(
        `insert into guanxi.operation_run (id, kind, state, started) values (gen_random_uuid(), $1, $2, ${started})`,
        [kind, state],
      );
    };
    const lastTwo = `(date_trunc('day', (now() at time zone 'Asia/Shanghai') - interval '2 hours') + interval '2 hours') at time zone 'Asia/Shanghai'`;
    await only('done', `${lastTwo} - interval '1 second'`);
    assert.deepEqual([await due(), await due({ every: 'off' })], [true, false]);
    await only('done', lastTwo);
    assert.equal(await due(), false);
    await only('failed', `now() - interval '50 minutes'`);
    assert.deepEqual([await due(), await due({ every: 'hourly' })], [false, true]);
    await only('failed', `now() - interval '61 minutes'`);
    assert.equal(await due(), true);
    await only('done', `now() - interval '8 days'`);
    assert.deepEqual(
      [await due({ every: 'weekly' }), await isDrillDue(database, settings, 'drill')],
      [true, false],
    );
    await only('done', `now() - interval '8 days'`, 'drill');
    assert.equal(await isDrillDue(database, settings, 'drill'), true);
    assert.equal(
      await isDrillDue(database, settings, 'momentDrill'),
      false,
      'where no moments are kept there is nothing to try',
    );
  });

  it('ADM-01 gives its figures to Prometheus, for a token, and logs requests without what they hold', async () => {
    const metrics = (authorization: string) =>
      product.app.inject({ url: '/metrics', headers: { authorization } });
    assert.equal((await metrics('Bearer guessed')).statusCode, 401);
    const { body } = await metrics('Bearer known to prometheus');
    assert.match(body, /^guanxi_http_request_duration_seconds_count\{method="GET",status="2xx"\} \d+$/m);
    assert.match(body, /^guanxi_jobs_failed\{workspace="main",queue="automations"\} 0$/m);
    await product.ask('GET', '/api/search?q=secret-words', undefined, { 'x-request-id': 'looked-up-by-me' });
    const line = JSON.parse(lines.find((each) => each.includes('looked-up-by-me')) ?? '{}');
    assert.deepEqual([line.method, line.route, line.status], ['GET', '/api/search', 200]);
    assert.ok(!lines.join().includes('secret-words'));
  });

  it('ADM-13 an upgrade makes a backup first, and restoring it is the way back', async (t) => {
    const { pool, registry } = product;
    await pool.query('alter table ws_main.product drop column code');
    const app = await createApplication({
      ...{ pool, registry, backups, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' },
      files: { store: folderStore(newFolder()), limit: 1_000_000 },
    });
    t.after(() => app.close());
    const back = createPool(await testDatabase());
    t.after(() => back.end());
    await restoreBackup(backups.store, backups.passphrase, { pool: back, files: folderStore(newFolder()) });
    const columns = async (where: Product['pool']) =>
      (
        await where.query(
          `select 1 from information_schema.columns where table_schema = 'ws_main' and table_name = 'product' and column_name = 'code'`,
        )
      ).rows.length;
    assert.deepEqual([await columns(pool), await columns(back)], [1, 0]);
  });
});
