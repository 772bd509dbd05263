import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { streamOutside } from '#adapters/outgoing/stream-outside.ts';
import { s3BackupStore } from '#adapters/s3/s3-backup-store.ts';
import { describeSchemas } from '#engine/backup/described-schemas.ts';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { keptBackups } from '#engine/backup/kept-backups.ts';
import { archivePath } from '#engine/backup/names.ts';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { createPool, databaseOn } from '#engine/database/database.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { backUp, tryOut } from '#engine/operation/backup-service.ts';
import { latestRuns } from '#engine/operation/operation-runs.ts';
import { createApplication } from '#main/application.ts';
import { testDatabase } from '#test/database.ts';
import { type ObjectStorageServer, startObjectStorage } from '#test/outside/object-storage.ts';
import { type Product, startProduct } from './product.ts';

const secret = 's'.repeat(40);
const passphrase = 'a long walk by the river';
const newFolder = () => mkdtempSync(join(tmpdir(), 'guanxi-backup-'));

describe('ADM-02 a backup', () => {
  const files = folderStore(newFolder());
  const folder = newFolder();
  const place = { store: folderBackupStore(folder), passphrase };
  let product: Product;
  let storage: ObjectStorageServer;
  const source = () => ({ pool: product.pool, files, secret, version: 'of the test' });

  before(async () => {
    storage = await startObjectStorage();
    product = await startProduct({
      files: { store: files, limit: 1_000_000 },
      objectStorage: (at) => s3BackupStore(at, streamOutside({ loopback: true })),
    });
  });

  /** The address of an empty database and its pool. */
  async function emptyPlace() {
    const pool = createPool(await testDatabase());
    after(() => pool.end());
    return { pool, files: folderStore(newFolder()) };
  }

  async function upload(text: string): Promise<{ id: string }> {
    const form = new FormData();
    form.append('file', new Blob([text]), '合同.txt');
    const request = new Request('http://x/api/files', { method: 'POST', body: form });
    const answer = await product.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: { ...product.ask.headers, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json()[0];
  }

  it('made while people write restores to one moment: every record with its log entry, and no half write', async (t) => {
    const { id } = await upload('一份合同');
    await upload('一份合同');
    let writing = true;
    const writer = async (name: string) => {
      for (let number = 0; writing; number++)
        await product.ask('POST', '/api/records/account', { name: `${name} ${number}` });
    };
    const writers = ['远航', '恒岳', '北辰'].map(writer);
    const made = await backUp(source(), place, 2);
    const later = await product.ask('POST', '/api/records/account', { name: '备份以后' });
    writing = false;
    await Promise.all(writers);
    assert.deepEqual([made.contents, made.newContents], [1, 1]);

    const target = await emptyPlace();
    const restored = await restoreBackup(place.store, passphrase, target);
    assert.equal(restored.rows, made.rows);
    const { rows } = await target.pool.query(
      `select count(*)::int as accounts,
         count(*) filter (where not exists (select from ws_main.event e where e.record = a.id and e.kind = 'created'))::int as unlogged,
         (select count(*)::int from ws_main.event e where object = 'account' and not exists (select from ws_main.account a where a.id = e.record)) as unwritten,
         count(*) filter (where id = $1)::int as later from ws_main.account a`,
      [later.body.id],
    );
    assert.ok(rows[0].accounts > 0);
    assert.deepEqual([rows[0].unlogged, rows[0].unwritten, rows[0].later], [0, 0, 0]);

    const describe = (pool: Product['pool']) =>
      databaseOn(pool).transaction((database) => describeSchemas(database, ['guanxi', 'ws_main']));
    const [was, is] = [await describe(product.pool), await describe(target.pool)];
    assert.deepEqual(is.tables, was.tables);
    assert.deepEqual([...is.before].sort(), [...was.before].sort());
    const lasting = (lines: readonly string[]) => lines.filter((line) => !/setval/.test(line)).sort();
    assert.deepEqual(lasting(is.after), lasting(was.after));

    const app = await createApplication({
      ...{ pool: target.pool, registry: product.registry, secret, baseUrl: 'http://127.0.0.1:3000' },
      files: { store: target.files, limit: 1_000_000 },
    });
    t.after(() => app.close());
    const headers = product.ask.headers;
    const read = await app.inject({ url: `/api/files/${id}`, headers });
    assert.deepEqual([read.statusCode, read.body], [200, '一份合同']);
    // What happens from now on is followed, though this server's transactions have lower numbers.
    await app.inject({ method: 'POST', url: '/api/records/account', headers, payload: { name: '恢复以后' } });
    const { rows: reached } = await target.pool.query(
      `select (select transaction from ws_main.event order by sequence desc limit 1) >= (select transaction from ws_main.consumer where name = 'automation') as after`,
    );
    assert.equal(reached[0].after, true);
  });

  it('brings the content of a file once, keeps as many as it was told, and clears away what none of them needs', async () => {
    const { id } = await upload('只在这里');
    const first = await backUp(source(), place, 2);
    assert.deepEqual([first.contents, first.newContents], [2, 1]);
    await product.pool.query('delete from ws_main.stored_file where id = $1', [id]);
    const last = await backUp(source(), place, 1);
    assert.deepEqual([last.contents, last.newContents], [1, 0]);
    assert.deepEqual(
      (await keptBackups(place.store)).map(({ name }) => name),
      [last.name],
    );
    assert.equal((await place.store.list('files')).length, 1);
    const call = (id: string) =>
      product.pool.query(`update guanxi.operation_setting set value = $1 where name = 'installation'`, [id]);
    const { rows } = await product.pool.query(
      `select value::text from guanxi.operation_setting where name = 'installation'`,
    );
    await call('"another"');
    await assert.rejects(backUp(source(), place, 1), /Another installation backs up to /);
    await call(rows[0].value);
  });

  it('is tried out in a database of its own, and tells nobody anything without the passphrase', async () => {
    const tried = await tryOut(source(), place);
    assert.equal(tried.contents, 1);
    const [{ count }] = (
      await product.pool.query(`select count(*)::int from pg_database where datname like '%_drill'`)
    ).rows;
    assert.equal(count, 0);
    const everything = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
      .join();
    for (const known of ['恒岳', '一份合同', secret])
      assert.ok(!everything.includes(Buffer.from(known).toString('latin1')));
    await assert.rejects(
      restoreBackup(place.store, 'a short walk by the sea', await emptyPlace()),
      /another passphrase/,
    );
  });

  it('goes to a bucket that an administrator sets, whose secrets nobody sees again, and comes back from there', async () => {
    const set = { ...storage.storage, passphrase };
    const put = (changes: object) =>
      product.ask('PUT', '/api/operation/backup/place', { ...set, ...changes });
    const wrong = await put({ secretKey: 'guessed' });
    assert.deepEqual(
      [wrong.status, wrong.body.errors[0].field, wrong.body.errors[0].message],
      [422, 'secretKey', '密钥与访问密钥 S3RVER 不匹配，请从服务控制台重新复制两者'],
    );
    assert.equal((await put({ passphrase: 'short' })).body.errors[0].field, 'passphrase');
    assert.equal((await put({ address: 'https://10.0.0.8' })).body.errors[0].code, 'storeNotPublic');
    assert.equal((await put({})).status, 204);
    // What is not said again stays; another passphrase does not open what is there.
    assert.equal((await put({ secretKey: '', passphrase: '' })).status, 204);
    assert.equal(
      (await put({ passphrase: 'a short walk by the sea' })).body.errors[0].code,
      'otherPassphrase',
    );
    const { body } = await product.ask('GET', '/api/operation');
    assert.equal(body.backup.place, 's3://backups/crm');
    assert.equal(body.backup.set.keyId, storage.storage.keyId);
    const { rows } = await product.pool.query(`select value::text from guanxi.operation_setting`);
    assert.ok(!JSON.stringify([body, rows]).includes(passphrase));
    assert.ok(!('secretKey' in body.backup.set));

    const bucket = { store: s3BackupStore(storage.storage), passphrase };
    const made = await backUp(source(), bucket, 2);
    assert.equal((await tryOut(source(), bucket)).rows, made.rows);
    const restored = await restoreBackup(bucket.store, passphrase, await emptyPlace());
    assert.deepEqual([restored.rows, restored.contents], [made.rows, 1]);

    assert.equal((await product.ask('DELETE', '/api/operation/backup/place')).status, 204);
    assert.equal((await product.ask('GET', '/api/operation')).body.backup.place, null);
    assert.equal(
      (await product.ask('POST', '/api/operation/backup', {})).body.errors[0].code,
      'noBackupPlace',
    );
  });

  it('goes nowhere where something is already', async () => {
    await assert.rejects(
      restoreBackup(place.store, passphrase, { ...source() }),
      /The database is not empty/,
    );
  });

  it('that has one bit changed fails its trial, says so, and restores nothing', async () => {
    const [{ name } = { name: '' }] = await keptBackups(place.store);
    const path = join(folder, archivePath(name));
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await assert.rejects(tryOut(source(), place), /damaged/);
    const [run] = await latestRuns(databaseOn(product.pool), 1);
    assert.deepEqual([run?.kind, run?.state, /damaged/.test(run?.reason ?? '')], ['drill', 'failed', true]);
    const target = await emptyPlace();
    await assert.rejects(restoreBackup(place.store, passphrase, target), /damaged/);
    const { rows } = await target.pool.query(
      `select 1 from pg_namespace where nspname in ('guanxi', 'ws_main')`,
    );
    assert.equal(rows.length, 0);
  });
});
