import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { type TableSum, tableSums } from '#engine/backup/table-sums.ts';
import { createPool, databaseOn } from '#engine/database/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#engine/database/embedded.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { sealLog } from '#engine/log-seal/seal-log.ts';
import { readUnsealed, verifyLog } from '#engine/log-seal/verify-log.ts';
import { changeBackupSettings } from '#engine/operation/backup-settings.ts';
import { noteInstalledVersion } from '#engine/operation/installed-version.ts';
import { latestRuns } from '#engine/operation/operation-runs.ts';
import { readReach } from '#engine/point-in-time/reach.ts';
import { restoreToMoment } from '#engine/point-in-time/restore-to-moment.ts';
import { type Archive, serveArchive } from '#engine/point-in-time/serve-archive.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { upgrade } from '#main/cli/upgrade.ts';
import { modules, people } from '#main/modules.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { company } from './product.ts';

const secret = 's'.repeat(40);
const passphrase = 'a long walk by the river';
const root = fileURLToPath(new URL('../..', import.meta.url));

const folders: string[] = [];

/** A folder that PostgreSQL's user may enter too. */
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-moment-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

describe('ADM-02 going back to a moment', { skip: process.platform === 'win32' }, () => {
  const data = newFolder();
  const place = { store: folderBackupStore(newFolder()), passphrase };
  const files = folderStore(join(data, 'files'));
  const quick = { fsync: 'off', shared_buffers: '32MB' };
  let [server, pool, app]: [EmbeddedPostgres, Pool, FastifyInstance] = [] as never;
  let archive: Archive;
  let cookie = '';

  before(async () => {
    server = await startEmbeddedPostgres({ directory: join(data, 'postgres'), settings: quick });
    pool = createPool(server.url);
    const registry = compose(modules, people);
    const baseUrl = 'http://127.0.0.1:3000';
    app = await createApplication({
      ...{ pool, registry, secret, baseUrl, files: { store: files, limit: 1_000_000 } },
    });
    const done = await app.inject({ method: 'POST', url: '/api/setup', payload: company });
    cookie = [done.headers['set-cookie']]
      .flat()
      .map((each) => String(each).split(';')[0])
      .join('; ');
    const source = { pool, files, secret, version: 'of the test' };
    const failed = async (_: string, error: unknown) => void console.error(error);
    archive = serveArchive(source, join(data, 'postgres'), async () => place, failed);
  });

  after(async () => {
    await archive.stop();
    await app.close();
    await pool.end();
    await server.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  async function ask(method: 'POST' | 'DELETE', url: string, payload?: object) {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    assert.ok(answer.statusCode < 300, answer.body);
    return answer.body === '' ? undefined : answer.json();
  }

  async function upload(text: string): Promise<void> {
    const form = new FormData();
    form.append('file', new Blob([text]), '合同.txt');
    const request = new Request('http://x', { method: 'POST', body: form });
    const type = request.headers.get('content-type') ?? '';
    const payload = Buffer.from(await request.arrayBuffer());
    const headers = { cookie, 'content-type': type };
    assert.equal((await app.inject({ method: 'POST', url: '/api/files', headers, payload })).statusCode, 201);
  }

  const mainIn = async (of: Pool) => {
    const identity = await createIdentity({ pool: of, secret, baseUrl: 'http://127.0.0.1:3000' });
    const stored = await identity.workspaces.get('main');
    assert.ok(stored);
    return { database: databaseOn(of), workspace: workspaceOf(stored) };
  };

  const sums = (of: Pool): Promise<readonly TableSum[]> =>
    tableSums(
      databaseOn(of),
      ['ws_main.account', 'ws_main.event', 'ws_main.stored_file', 'ws_main."user"'].map((name) => ({
        name,
        columns: [],
      })),
    );

  it('brings everything back as it was before somebody deleted it: records, history, files', async (t) => {
    await changeBackupSettings(databaseOn(pool), { pointInTime: 7 });
    await archive.look();
    await upload('一份合同');
    const first = await ask('POST', '/api/records/account', { name: '恒岳' });
    const second = await ask('POST', '/api/records/account', { name: '远航' });
    const { database, workspace } = await mainIn(pool);
    while ((await readUnsealed(database, workspace)).unsealed > 0) await sealLog({ database, workspace });
    const was = await sums(pool);
    // A moment is told in milliseconds.
    const { rows } = await pool.query('select clock_timestamp() as at, pg_sleep(0.01) from pg_sleep(0.01)');
    await ask('DELETE', `/api/records/account/${first.id}`);
    await ask('DELETE', `/api/records/account/${second.id}`);
    await pool.query('delete from ws_main.account');
    await archive.look();
    const reach = await readReach(databaseOn(pool));
    assert.ok(new Date(reach?.to ?? 0) > rows[0].at);

    const target = newFolder();
    const told = execFileSync(
      process.execPath,
      ['src/main/cli.ts', 'restore', '--at', rows[0].at.toISOString(), '--data', target],
      {
        cwd: root,
        env: { ...process.env, GUANXI_BACKUP_TO: place.store.place, GUANXI_BACKUP_PASSPHRASE: passphrase },
        encoding: 'utf8',
      },
    );
    assert.match(told, /is as it was at .* with 1 files/);
    assert.ok(existsSync(join(target, 'secret')));
    const back = await startEmbeddedPostgres({ directory: join(target, 'postgres'), settings: quick });
    t.after(() => back.stop());
    const restored = createPool(back.url);
    t.after(() => restored.end());
    assert.deepEqual(await sums(restored), was);
    const seal = await verifyLog(await mainIn(restored));
    assert.deepEqual([seal.broken, seal.unsealed], [undefined, 0], 'the seal of the history holds as well');
    assert.ok(seal.entries > 0);
    // It is a server like any other, and goes on from there.
    await restored.query(`update ws_main.account set name = '恒岳工业'`);
    const [run] = await latestRuns(databaseOn(pool), 1);
    assert.deepEqual([run?.kind, run?.state], ['archive', 'done']);
  });

  it('is tried out by going back to a moment of just now, compared and noted', async () => {
    await ask('POST', '/api/records/account', { name: '演练之前' });
    await archive.tryOut();
    const [run] = await latestRuns(databaseOn(pool), 1);
    assert.deepEqual([run?.kind, run?.state, run?.reason], ['momentDrill', 'done', null]);
    const { moment, rows, entries, contents } = run?.facts ?? {};
    assert.ok(
      Date.parse(String(moment)) < Date.now() && Number(rows) > Number(entries) && Number(entries) > 0,
    );
    assert.equal(contents, 1);
    assert.ok(!existsSync(join(data, 'postgres', 'moment-drill')));
  });

  it('says which moment is the first, and that the log is not whole', async () => {
    const target = () => ({ postgres: join(newFolder(), 'postgres'), files: folderStore(newFolder()) });
    await assert.rejects(
      restoreToMoment(place.store, passphrase, target(), new Date(Date.now() - 3_600_000)),
      /The earliest moment to go back to is 20/,
    );
    // The first lies before the copy.
    const [, piece, next] = (await place.store.list('archive')).filter(({ name }) => name.includes('/wal/'));
    assert.ok(piece && next);
    await place.store.remove(piece.name);
    await assert.rejects(
      restoreToMoment(place.store, passphrase, target(), undefined),
      /is missing from the archive/,
    );
    await archive.tryOut();
    const [trial] = await latestRuns(databaseOn(pool), 1);
    assert.deepEqual([trial?.kind, trial?.state], ['momentDrill', 'failed']);
    assert.match(String(trial?.reason), /is missing from the archive/);
  });

  it('keeps nothing any more when it is switched off', async () => {
    await changeBackupSettings(databaseOn(pool), { pointInTime: 0 });
    await archive.look();
    assert.deepEqual(await place.store.list('archive'), []);
    assert.equal(await readReach(databaseOn(pool)), undefined);
  });

  it('ADM-13 an upgrade is shown before it is made, is made after a backup, and is taken back by one command', async (t) => {
    const registry = compose(modules, people);
    const said: string[] = [];
    t.mock.method(console, 'log', (line: string) => said.push(line));
    const environment = { GUANXI_BACKUP_TO: place.store.place, GUANXI_BACKUP_PASSPHRASE: passphrase };
    Object.assign(process.env, environment);
    t.after(() => Object.keys(environment).forEach((name) => void delete process.env[name]));
    const columns = async () =>
      (
        await pool.query(
          `select 1 from information_schema.columns where table_name = 'product' and column_name = 'code'`,
        )
      ).rows.length;
    // As a version left it that knew no code of a product.
    await pool.query('alter table ws_main.product drop column code');
    await noteInstalledVersion(databaseOn(pool), '0.0.9');
    const was = await sums(pool);
    const installation = {
      ...{ directory: data, postgres: undefined, registry, secret, store: files },
      ...{ pool, serving: pool },
    };
    const run = (...parameters: string[]) =>
      upgrade.run?.({ ...installation, close: async () => undefined }, parameters);
    assert.equal(await run('--dry-run'), 0);
    assert.match(said.join('\n'), /From Guanxi 0\.0\.9 to .*\n.*\d changes\n.*code/);
    assert.equal(await columns(), 0);
    assert.equal(await run(), 0);
    assert.match(said.join('\n'), /Everything as it was is in the backup .*\n.*The way back/s);
    assert.equal(await columns(), 1);
    await ask('POST', '/api/records/account', { name: '升级以后' });

    await app.close();
    await pool.end();
    await server.stop();
    const told = execFileSync(process.execPath, ['src/main/cli.ts', 'roll-back', '--data', data], {
      ...{ cwd: root, encoding: 'utf8' },
    });
    assert.match(told, /put 0\.0\.9 in place/);
    server = await startEmbeddedPostgres({ directory: join(data, 'postgres'), settings: quick });
    pool = createPool(server.url);
    assert.equal(await columns(), 0);
    assert.deepEqual(await sums(pool), was);
    assert.ok(readdirSync(data).some((name) => name.startsWith('postgres-of-')));
  });
});
