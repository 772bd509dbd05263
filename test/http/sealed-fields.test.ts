import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fromBuffer } from 'yauzl';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { renewKeys } from '#engine/backup/make-backup.ts';
import { openBackup } from '#engine/backup/open-backup.ts';
import { repositoryKey } from '#engine/backup/repository-key.ts';
import { restoreBackup } from '#engine/backup/restore-backup.ts';
import { createPool } from '#engine/database/database.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { backUp } from '#engine/operation/backup-service.ts';
import { createApplication } from '#main/application.ts';
import { testDatabase } from '#test/database.ts';
import { bring, settled } from './importing.ts';
import { type Asking, type Product, startProduct } from './product.ts';

const secret = 's'.repeat(40);
const passphrase = 'a long walk by the river';
const newFolder = () => mkdtempSync(join(tmpdir(), 'guanxi-sealed-'));

const number = '99010019870412003X';
const other = '990100199002280124';
const clear = /99010019870412003X|990100199002280124|E-7781-4402/i;

describe('PRV-01 a field that is kept encrypted', () => {
  const folder = newFolder();
  const files = folderStore(folder);
  let product: Product;
  let ask: Asking;
  let li: Asking & { id: string };
  let contact = '';

  before(async () => {
    product = await startProduct({ files: { store: files, limit: 1_000_000 } });
    ask = product.ask;
    li = await product.colleague({ name: '李娜', email: 'na@hengyue.example', roles: ['salesManager'] });
    const values = { lastName: '陆', firstName: '文博', nationalId: ` ${number} `, owner: li.id };
    const { status, body } = await ask('POST', '/api/records/contact', values, { 'idempotency-key': 'one' });
    assert.equal(status, 201, JSON.stringify(body));
    assert.equal(body.nationalId, '****');
    contact = body.id;
  });

  const one = (id = contact) => `/api/records/contact/${id}`;
  const found = async (where: object, who = ask) => {
    const { status, body } = await who(
      'GET',
      `/api/records/contact?where=${encodeURIComponent(JSON.stringify(where))}`,
    );
    return status === 200 ? body.records.map(({ id }: { id: string }) => id) : body.errors;
  };
  const codes = (errors: { field: string; code: string }[]) =>
    errors.map(({ field, code }) => `${field} ${code}`);
  const reveal = (id = contact, who: Asking = ask) =>
    who('POST', `${one(id)}/reveal`, { field: 'nationalId' });

  /** Every row of every table there is, as text. */
  async function everything(pool: Product['pool'] = product.pool): Promise<string> {
    const { rows } = await pool.query(
      `select format('select coalesce(string_agg(t::text, '' ''), '''') as all from %I.%I t', n.nspname, c.relname) as ask
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('guanxi', 'ws_main')`,
    );
    const texts = [];
    for (const { ask: statement } of rows) texts.push((await pool.query(statement)).rows[0].all);
    return texts.join('\n');
  }

  it('is shown whole one at a time to whoever may see it, and each look is in the audit', async () => {
    assert.equal((await ask('GET', one())).body.nationalId, '****');
    assert.deepEqual((await reveal(contact, li)).body, { value: number });
    const [entry] = (await ask('GET', '/api/audit?kind=record.revealed')).body.entries;
    assert.deepEqual([entry.actor.id, entry.subject], [li.id, `contact/${contact}`]);
    const hidden = { role: 'salesManager', object: 'contact', fields: { nationalId: 'hidden' } };
    const right = (await ask('POST', '/api/records/roleRight', hidden)).body;
    assert.equal((await reveal(contact, li)).status, 422);
    assert.deepEqual(codes(await found({ nationalId: number }, li)), ['nationalId unknownField']);
    await ask('DELETE', `/api/records/roleRight/${right.id}`);
  });

  it('is found by the exact value however it is written, and by nothing else', async () => {
    const lower = '990100 19870412 003x';
    assert.deepEqual(await found({ nationalId: lower }), [contact]);
    assert.deepEqual(await found({ nationalId: { in: [other, lower] } }), [contact]);
    assert.deepEqual(await found({ nationalId: other }), []);
    assert.deepEqual(await found({ nationalId: { isNull: false } }), [contact]);
    for (const operator of ['contains', 'startsWith', 'ne', 'nin', 'gt'])
      assert.deepEqual(codes(await found({ nationalId: { [operator]: operator === 'nin' ? [] : '9' } })), [
        'nationalId sealedOperator',
      ]);
    assert.equal(
      (await ask('GET', '/api/records/contact?sort=nationalId')).body.errors[0].code,
      'notSortable',
    );
    for (const query of [
      'groupBy=nationalId',
      'measures=min(nationalId)',
      'measures=countDistinct(nationalId)',
    ])
      assert.equal((await ask('GET', `/api/records/contact/aggregate?${query}`)).status, 422, query);
    assert.deepEqual((await ask('GET', `/api/search?q=${number}`)).body.results ?? [], []);
    const meta = (await ask('GET', '/api/meta')).body.objects.find(
      ({ name }: { name: string }) => name === 'contact',
    );
    const field = meta.fields.find(({ name }: { name: string }) => name === 'nationalId');
    assert.deepEqual([field.sealed, field.sortable, field.operators], [true, false, ['eq', 'in', 'isNull']]);
  });

  it('cannot be asked for by a rule that is kept, which would hold it in the clear', async () => {
    const rule = { object: 'contact', where: { nationalId: number }, audience: li.id, access: 'read' };
    const { status, body } = await ask('POST', '/api/records/sharingRule', { name: 'x', ...rule });
    assert.equal(status, 422);
    assert.ok(codes(body.errors).includes('where sealedOperator'), JSON.stringify(body.errors));
  });

  it('stays as it is when it comes back as it was shown, and takes a whole new value or none', async () => {
    const { body } = await ask('GET', one());
    const same = await ask('PATCH', one(), { nationalId: '****', title: '总经理' });
    assert.equal(same.status, 200);
    assert.deepEqual((await reveal()).body, { value: number });
    const again = await ask('PATCH', one(), { nationalId: number.toLowerCase() });
    assert.equal(again.body.version, body.version + 1, 'the same number is no change');
    const part = await ask('PATCH', one(), { nationalId: '****03X' });
    assert.deepEqual(codes(part.body.errors), ['nationalId notWhole']);
    const long = await ask('PATCH', one(), { nationalId: '9'.repeat(41) });
    assert.deepEqual(codes(long.body.errors), ['nationalId tooLong']);
    // What only looks as if it were sealed is sealed like any other text, or refused as too long.
    const forged = `sealed:${contact}:${'a'.repeat(40)}:${'a'.repeat(22)}:`;
    assert.equal((await ask('PATCH', one(), { nationalId: forged })).status, 422);
    const stale = await ask('PATCH', one(), { nationalId: other, version: 1 });
    assert.equal(stale.status, 409);
    assert.doesNotMatch(JSON.stringify(stale.body), clear);
    assert.doesNotMatch(JSON.stringify(stale.body), /sealed:/);
    assert.equal((await ask('PATCH', one(), { nationalId: other })).body.nationalId, '****');
    assert.deepEqual((await reveal()).body, { value: other });
    assert.deepEqual(await found({ nationalId: number }), []);
    const { body: timeline } = await ask('GET', `${one()}/timeline`);
    const changes = timeline.entries
      .filter(({ kind }: { kind: string }) => kind === 'updated')
      .flatMap(({ changes }: { changes: { field: string }[] }) => changes);
    const told = changes.find(({ field }: { field: string }) => field === 'nationalId');
    assert.deepEqual([told.old, told.new], ['****', '****']);
    await ask('PATCH', one(), { nationalId: number });
  });

  it('tells duplicates, is merged, and comes back when the merge is undone', async () => {
    const suspects = await ask('POST', '/api/duplicates/contact', {
      nationalId: number,
      name: '某人',
    });
    assert.deepEqual(
      suspects.body.duplicates.map(({ id }: { id: string }) => id),
      [contact],
    );
    const twin = (
      await ask('POST', '/api/records/contact', { lastName: '陆', firstName: '文搏', nationalId: other })
    ).body.id;
    const merged = await ask('POST', `${one()}/merge`, { with: [twin], values: { nationalId: other } });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    assert.deepEqual((await reveal()).body, { value: other });
    assert.equal((await ask('POST', `${one()}/unmerge`)).status, 200);
    assert.deepEqual((await reveal()).body, { value: number });
    assert.deepEqual(await found({ nationalId: number }), [contact]);
    const page =
      (await ask('PATCH', one(twin), { nationalId: number })) &&
      (await ask('GET', `${one(twin)}/duplicates`));
    assert.deepEqual(
      page.body.duplicates.map(({ id }: { id: string }) => id),
      [contact],
    );
    await ask('PATCH', one(), { nationalId: null });
    await ask('POST', `${one()}/merge`, { with: [twin], values: { nationalId: '****' } });
    assert.deepEqual((await reveal()).body, { value: number });
  });

  it('comes in from a file, which is removed, finds records there, is taken back, and goes out as asterisks', async () => {
    const csv = (name: string, id: string) => Buffer.from(`姓,名,职务,身份证号\n陆,${name},董事,${id}\n`);
    const wishes = (name: string) => ({
      run: true,
      options: { duplicates: 'update' },
      files: [{ name, object: 'contact', matchBy: 'nationalId' }],
    });
    const { body } = await bring(ask, [['contacts.csv', csv('文博', number)]], wishes('contacts.csv'));
    const job = await settled(ask, body.id);
    assert.deepEqual([job.state, job.files[0].updated], ['done', 1], JSON.stringify(job));
    // While it waits for somebody to map its columns neither the file nor what is shown of it lies there in the clear.
    const { id: waiting, files } = (
      await bring(ask, [['waiting.csv', csv('候', number)]], { ...wishes('waiting.csv'), run: false })
    ).body;
    assert.equal(files[0].sample[0][3], number);
    const kept = readdirSync(join(folder, 'main-imports'), { recursive: true, withFileTypes: true }).filter(
      (each) => each.isFile(),
    );
    const bytes = kept.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
    assert.ok(bytes.length > 0 && bytes.every((each) => !each.includes(number) && !each.includes('董事')));
    const { rows: asKept } = await product.pool.query(
      'select files::text from ws_main.import where id = $1',
      [waiting],
    );
    assert.ok(asKept[0].files.includes('waiting.csv') && !asKept[0].files.includes(number));
    await ask('POST', `/api/imports/${waiting}/run`, {});
    assert.equal((await settled(ask, waiting)).files[0].updated, 1);
    await ask('POST', `/api/imports/${waiting}/rollback`);
    await settled(ask, waiting);
    assert.equal((await ask('GET', one())).body.title, '董事');
    assert.equal((await ask('GET', `/api/imports/${job.id}/errors`)).status, 404);
    const bad = await bring(ask, [['bad.csv', csv('文', `${other}${'1'.repeat(40)}`)]], wishes('bad.csv'));
    const refused = await settled(ask, bad.body.id);
    assert.deepEqual([refused.files[0].failed, refused.files[0].report.errors[0].value], [1, '****']);
    await ask('POST', `/api/imports/${job.id}/rollback`);
    await settled(ask, job.id);
    assert.deepEqual((await reveal()).body, { value: number });
    assert.deepEqual(await found({ nationalId: number }), [contact]);
    const where = encodeURIComponent(JSON.stringify({ and: [{ nationalId: number }] }));
    const exported = await ask(
      'GET',
      `/api/records/contact/export?format=csv&select=name,nationalId&where=${where}`,
    );
    assert.match(String(exported.body), /文博,\*\*\*\*/);
  });

  it('can be a field that the company adds', async () => {
    const field = {
      object: 'account',
      type: 'text',
      labelZh: '保险箱号',
      name: 'safe_c',
      sealed: true,
      unique: true,
    };
    const refused = await ask('POST', '/api/records/customField', { ...field, searchable: true });
    assert.deepEqual(codes(refused.body.errors), ['searchable notForThisType']);
    const number = await ask('POST', '/api/records/customField', { ...field, type: 'integer', name: 'n_c' });
    assert.deepEqual(codes(number.body.errors), ['sealed notForThisType']);
    assert.equal((await ask('POST', '/api/records/customField', field)).status, 201);
    const account = await ask('POST', '/api/records/account', { name: '金库', safe_c: 'E-7781-4402' });
    assert.equal(account.body.safe_c, '****', JSON.stringify(account.body));
    const twice = await ask('POST', '/api/records/account', { name: '金库二', safe_c: 'e 7781 4402' });
    assert.deepEqual(codes(twice.body.errors), ['safe_c notUnique']);
    const shown = await ask('POST', `/api/records/account/${account.body.id}/reveal`, { field: 'safe_c' });
    assert.deepEqual(shown.body, { value: 'E-7781-4402' });
  });

  it('stands in the clear nowhere in the database, and is told to the person whom it is about', async () => {
    assert.doesNotMatch(await everything(), clear);
    const { rawPayload } = await product.app.inject({ url: `${one()}/personal-data`, headers: ask.headers });
    assert.match(await textIn(rawPayload, 'data.json'), new RegExp(number));
  });

  it('is in no backup in the clear, comes back with it, and once erased cannot be opened in one made before', async (t) => {
    const store = folderBackupStore(newFolder());
    const source = { pool: product.pool, files, secret, version: 'of the test' };
    const { name } = await backUp(source, { store, passphrase }, 3);
    const key = await repositoryKey(store, passphrase);
    let archive = '';
    for await (const { rows } of (await openBackup(store, key, name)).tables())
      for await (const row of rows) archive += row.toString();
    assert.match(archive, /文博/);
    assert.doesNotMatch(archive, clear);
    const [form] = (
      await product.pool.query(`select "nationalId#" as form from ws_main.contact where id = $1`, [contact])
    ).rows;
    assert.ok(!archive.includes(form.form), 'nor what it is found by');

    const restored = async () => {
      const pool = createPool(await testDatabase());
      after(() => pool.end());
      await restoreBackup(store, passphrase, { pool, files: folderStore(newFolder()) }, name);
      const keys = await pool.query('select id from ws_main.value_key where record = $1', [contact]);
      return { pool, keys: keys.rows.length };
    };
    const whole = await restored();
    assert.ok(whole.keys > 0);
    const baseUrl = 'http://127.0.0.1:3000';
    const app = await createApplication({ pool: whole.pool, registry: product.registry, secret, baseUrl });
    t.after(() => app.close());
    const { headers } = ask;
    const payload = { field: 'nationalId' };
    const shown = await app.inject({ method: 'POST', url: `${one()}/reveal`, payload, headers });
    assert.deepEqual(shown.json(), { value: number });
    const where = encodeURIComponent(JSON.stringify({ nationalId: number }));
    let records: unknown[] = [];
    while (records.length === 0)
      records = (await app.inject({ url: `/api/records/contact?where=${where}`, headers })).json().records;

    assert.equal((await ask('POST', `${one()}/erasure`, { reason: '本人要求' })).status, 200);
    await renewKeys(product.pool, store, key);
    const since = await restored();
    assert.equal(since.keys, 0, 'the values of before are there, and nothing opens them');
    const { rows } = await since.pool.query(
      `select "nationalId" as value from ws_main.contact where id = $1`,
      [contact],
    );
    assert.match(rows[0].value, /^sealed:/);
  });
});

function textIn(zip: Buffer, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('entry', (entry) => {
        if (entry.fileName !== wanted) return file.readEntry();
        file.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          const parts: Buffer[] = [];
          stream
            .on('data', (part) => parts.push(part))
            .on('end', () => resolve(Buffer.concat(parts).toString()));
        });
      });
      file.readEntry();
    });
  });
}
