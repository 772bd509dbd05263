import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { folderStore } from '#engine/files/folder-store.ts';
import { bring, settled } from './importing.ts';
import { type Product, startProduct } from './product.ts';
import { unzipped } from './unzipped.ts';

describe('PRV-01 what is known of a person', () => {
  let product: Product;
  let account = '';
  let contact = '';
  let lead = '';
  let order = '';
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-personal-data-'));
  const make = async (object: string, values: object): Promise<string> => {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };

  before(async () => {
    const store = folderStore(folder);
    product = await startProduct({ files: { store, limit: 1_000_000 } });
    account = await make('account', { name: '宁波东海水产' });
    contact = await make('contact', {
      ...{ lastName: '陆', firstName: '文博', account },
      ...{ email: 'lu@donghai.example', mobile: '13800138000', wechat: 'luwenbo77' },
    });
    const changed = { mobile: '13911112222' };
    await product.ask('PATCH', `/api/records/contact/${contact}`, changed);
    const regarding = { object: 'contact', id: contact };
    await make('note', { body: '<p>陆文博喜欢龙井茶</p>', regarding });
    await make('call', { subject: '陆文博来电', phone: '13911112222', regarding });
    await make('consent', { purpose: 'contact', subject: regarding, person: '陆文博', text: '同意联系' });
    order = await make('order', { account, contact });
    lead = await make('lead', {
      ...{ lastName: '陆', firstName: '文博', company: '东海', email: 'luwenbo@old.example' },
      knownContact: contact,
    });
    await make('contact', { lastName: '周', firstName: '敏', account, reportsTo: contact });
  });

  const everything = async () => {
    const rows = await product.database.run(`select coalesce(string_agg(t::text, ' '), '') from (
      ${['contact', 'lead', 'note', 'call', 'consent', 'event', 'idempotency', 'import', 'import_row']
        .map((table) => `select to_jsonb(x)::text as t from ws_main."${table}" x`)
        .join(' union all ')}) all_rows`);
    return rows[0]?.[0] ?? '';
  };

  it('comes as an archive: for programs, as a page to read, with what he said, agreed to and ordered', async () => {
    const answer = await product.app.inject({
      url: `/api/records/contact/${contact}/personal-data`,
      headers: product.ask.headers,
    });
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300));
    const files = await unzipped(answer.rawPayload);
    const { records, history } = JSON.parse(files['data.json'] ?? '');
    assert.deepEqual(Object.keys(records).sort(), ['call', 'consent', 'contact', 'lead', 'note', 'order']);
    // Who reports to him is somebody else.
    assert.equal(records.contact.length, 1);
    assert.ok(JSON.stringify(history).includes('13800138000'));
    assert.match(files['index.html'] ?? '', /衡岳工业持有的您的个人信息[\s\S]*13911112222[\s\S]*龙井茶/);
    const [entry] = (await product.ask('GET', '/api/audit?kind=subject.exported')).body.entries;
    assert.equal(entry.subject, `contact/${contact}`);
  });

  it('is shown before it goes, with what stays', async () => {
    const { body } = await product.ask('GET', `/api/records/contact/${contact}/erasure`);
    const counts = body.erased.map(({ object, count }: { object: string; count: number }) => [object, count]);
    assert.deepEqual(counts.sort(), [
      ['call', 1],
      ['consent', 1],
      ['contact', 1],
      ['lead', 1],
      ['note', 1],
    ]);
    assert.deepEqual(body.kept, [{ object: 'order', count: 1 }]);
  });

  it('is for administrators, and of people outside alone', async () => {
    const roles = ['salesManager'];
    const na = await product.colleague({ name: '李娜', email: 'na@hengyue.example', roles });
    for (const path of ['personal-data', 'erasure'])
      assert.equal((await na('GET', `/api/records/contact/${contact}/${path}`)).status, 403);
    assert.equal((await na('POST', `/api/records/contact/${contact}/erasure`, { reason: 'x' })).status, 403);
    assert.equal((await product.ask('GET', `/api/records/account/${account}/erasure`)).status, 404);
    const nothing = await product.ask('POST', `/api/records/contact/${contact}/erasure`, { reason: ' ' });
    assert.deepEqual([nothing.status, nothing.body.errors[0].field], [422, 'reason']);
  });

  it('goes everywhere at once, for good; what the law wants kept refers to a pseudonym', async () => {
    const before = await everything();
    for (const trace of ['文博', '13800138000', '13911112222', 'lu@donghai', '龙井茶', 'luwenbo77'])
      assert.ok(before.includes(trace), trace);
    const reason = '本人来信要求删除';
    const { status, body } = await product.ask('POST', `/api/records/contact/${contact}/erasure`, { reason });
    assert.equal(status, 200, JSON.stringify(body));
    const after = await everything();
    for (const trace of ['文博', '13800138000', '13911112222', 'lu@donghai', 'luwenbo', '龙井茶'])
      assert.ok(!after.includes(trace), trace);
    for (const q of ['文博', '13911112222', 'lwb', '龙井'])
      assert.deepEqual((await product.ask('GET', `/api/search?q=${encodeURIComponent(q)}`)).body.results, []);
    const kept = await product.ask('GET', `/api/records/order/${order}?select=contact.name`);
    assert.equal(kept.status, 200);
    assert.match(JSON.stringify(kept.body), new RegExp(`#${contact.slice(-8)}`));
    const [entry] = (await product.ask('GET', '/api/audit?kind=subject.erased')).body.entries;
    assert.equal(entry.facts.reason, reason);
    assert.equal(entry.facts.contact, 1);
    const timeline = await product.ask('GET', `/api/records/contact/${contact}/timeline`);
    assert.equal(timeline.status, 200);
    assert.ok(JSON.stringify(timeline.body).includes('erased'));
    assert.equal((await product.ask('GET', `/api/records/lead/${lead}`)).body.email, null);
    assert.equal((await product.ask('POST', '/api/audit/verify', {})).body.broken, undefined);
  });

  it('goes from imports too: what they overwrote, and the file that brought it; the audit knows of both', async () => {
    const file = Buffer.from('姓,名,邮箱,手机\n沈,知夏,shen@donghai.example,13712345678\n,,broken,\n');
    const brought = await bring(product.ask, [['shen.csv', file]], { run: true, object: 'contact' });
    const job = await settled(product.ask, brought.body.id);
    assert.equal(job.state, 'done', JSON.stringify(job));
    const [done] = (await product.ask('GET', '/api/audit?kind=import.done')).body.entries;
    assert.deepEqual([done.subject, done.facts.files[0].created], [`import/${job.id}`, 1]);
    const where = encodeURIComponent('{"email":"shen@donghai.example"}');
    const [imported] = (await product.ask('GET', `/api/records/contact?where=${where}`)).body.records;
    const reason = '本人要求';
    await product.ask('POST', `/api/records/contact/${imported.id}/erasure`, { reason });
    const after = await everything();
    for (const trace of ['知夏', '13712345678', 'shen@donghai']) assert.ok(!after.includes(trace), trace);
    assert.equal((await product.ask('GET', `/api/imports/${job.id}/errors`)).status, 404);
    const left = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    assert.deepEqual(left, []);
  });

  it('can not be written into the log by anybody else', async () => {
    await assert.rejects(product.pool.query(`update ws_main.event set changes = '{}'`), /append-only/);
  });
});
