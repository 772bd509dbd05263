import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { chainKey } from '#engine/audit/chain.ts';
import { removeExpiredEntries } from '#engine/audit/remove-expired-entries.ts';
import { sealEntries } from '#engine/audit/seal-entries.ts';
import { type Asking, type Product, startProduct } from './product.ts';

const key = chainKey('s'.repeat(40));
const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url));

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly position: number | null;
}

describe('ADM-15 the audit', () => {
  let product: Product;
  let na: Asking & { id: string };
  let account = '';

  before(async () => {
    product = await startProduct();
    na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesRepresentative'],
    });
    account = (await product.ask('POST', '/api/records/account', { name: '宁波东海', phone: '13800138000' }))
      .body.id;
  });

  const entries = async (query = ''): Promise<Entry[]> =>
    (await product.ask('GET', `/api/audit?${query}`)).body.entries;
  /** Until every entry has its place, whoever gives it. */
  const sealed = async () => {
    for (;;) {
      await sealEntries(product.database, key);
      const [row] = await product.database.run(
        'select count(*) from guanxi.audit_entry where position is null',
      );
      if (row?.[0] === '0') return;
    }
  };
  const verify = async () => {
    await sealed();
    return (await product.ask('POST', '/api/audit/verify', {})).body;
  };
  /** What somebody does who has the database and not the product. */
  const tamper = async (statement: string, values: unknown[] = []) => {
    const client = await product.pool.connect();
    try {
      await client.query("set session_replication_role = 'replica'");
      await client.query(statement, values);
    } finally {
      await client.query("set session_replication_role = 'origin'");
      client.release();
    }
  };

  it('knows who changed what people may do, with the old and the new right', async () => {
    const right = { role: 'salesRepresentative', object: 'account', delete: 'none' };
    const { id } = (await product.ask('POST', '/api/records/roleRight', right)).body;
    await product.ask('DELETE', `/api/records/roleRight/${id}`);
    const [removed, created] = await entries('subject=roleRight');
    assert.deepEqual([created?.kind, removed?.kind], ['roleRight.created', 'roleRight.deleted']);
    assert.equal(created?.actor?.name, '林晓彤');
    assert.deepEqual((created?.facts.changes as Record<string, unknown> | undefined)?.delete, [null, 'none']);
  });

  it('knows of a change of somebody’s roles, and of his own data only which fields', async () => {
    await product.ask('PATCH', `/api/records/user/${na.id}`, {
      roles: ['salesManager'],
      phone: '13900139000',
    });
    const [entry] = await entries(`subject=user/${na.id}&kind=user.updated`);
    assert.deepEqual(entry?.facts.roles, [['salesRepresentative'], ['salesManager']]);
    assert.deepEqual(entry?.facts.fields, ['phone', 'roles']);
    assert.ok(!JSON.stringify(entry).includes('13900139000'));
    await product.ask('PATCH', `/api/records/user/${na.id}`, { roles: ['salesRepresentative'] });
  });

  it('knows who exported how many records of what, also by which condition', async () => {
    const where = encodeURIComponent('{"name":{"contains":"东海"}}');
    await na('GET', `/api/records/account/export?select=name,phone&where=${where}`);
    const [entry] = await entries(`kind=records.exported&person=${na.id}`);
    assert.equal(entry?.subject, 'account');
    assert.deepEqual(entry?.facts, {
      ...{ count: 0, format: 'csv', fields: ['name', 'phone'] },
      where: { name: { contains: '东海' } },
    });
    await product.ask('GET', '/api/records/account/export');
    const [all] = await entries('kind=records.exported');
    assert.equal(all?.facts.count, 1);
  });

  it('knows who was shown the whole of a masked value', async () => {
    const fields = { phone: 'masked' };
    const right = { role: 'salesRepresentative', object: 'account', read: 'all', fields };
    const made = await product.ask('POST', '/api/records/roleRight', right);
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const shown = await na('POST', `/api/records/account/${account}/reveal`, { field: 'phone' });
    assert.equal(shown.status, 200, JSON.stringify(shown.body));
    const [entry] = await entries('kind=record.revealed');
    assert.deepEqual(
      [entry?.actor?.id, entry?.subject, entry?.facts],
      [na.id, `account/${account}`, { fields: ['phone'] }],
    );
  });

  it('knows what an administrator changed of the company, and who tried to sign in in vain', async () => {
    await product.ask('PATCH', '/api/company', { company: '衡岳工业集团' });
    const [changed] = await entries('kind=company.changed');
    assert.deepEqual(changed?.facts, { company: ['衡岳工业', '衡岳工业集团'] });
    const wrong = { email: 'na@hengyue.example', password: 'not this one' };
    await product.as({})('POST', '/api/auth/sign-in/email', wrong);
    const [failed] = await entries('kind=signIn.failed');
    assert.deepEqual([failed?.actor?.id, failed?.facts.why], [na.id, 'wrongPassword']);
  });

  it('is read by administrators alone, page by page, by time, kind, person and subject', async () => {
    for (const path of ['', '/kinds', '/export', '/retention'])
      assert.equal((await na('GET', `/api/audit${path}`)).status, 403);
    const all = await entries('limit=200');
    const first = (await product.ask('GET', '/api/audit?limit=2')).body;
    const second = (await product.ask('GET', `/api/audit?limit=2&cursor=${first.next}`)).body;
    assert.deepEqual(
      [...first.entries, ...second.entries].map(({ id }: Entry) => id),
      all.slice(0, 4).map(({ id }) => id),
    );
    assert.deepEqual(await entries('until=2020-01-01T00:00:00Z'), []);
    assert.equal((await entries('from=2020-01-01T00:00:00Z&limit=200')).length, all.length);
    const { kinds } = (await product.ask('GET', '/api/audit/kinds')).body;
    assert.deepEqual(kinds, [...new Set(all.map(({ kind }) => kind))].sort());
    for (const [query, field] of [
      ['from=yesterday', 'from'],
      ['person=me', 'person'],
      ['limit=0', 'limit'],
      ['cursor=x', 'cursor'],
    ])
      assert.equal((await product.ask('GET', `/api/audit?${query}`)).body.errors[0].field, field);
  });

  it('is exported as CSV, and knows of that too', async () => {
    const { body } = await product.ask('GET', '/api/audit/export?kind=record.revealed');
    const [heads, row] = parse(body, { bom: true }) as string[][];
    assert.deepEqual(heads?.slice(0, 5), ['时间', '操作人', '代表', '事件', '对象']);
    assert.deepEqual(row?.slice(1, 5), ['李娜', '', 'record.revealed', `account/${account}`]);
    const [entry] = await entries('kind=audit.exported');
    assert.deepEqual(entry?.facts, { kind: 'record.revealed' });
  });

  it('gives every entry one place in the chain, however many servers seal and people write at once', async () => {
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        await product.ask('POST', '/api/records/team', { name: `小组 ${index}` });
        await sealEntries(product.database, key);
      }),
    );
    const { entries: count, head, unsealed, broken } = await verify();
    assert.deepEqual([unsealed, broken, count], [0, undefined, head.position]);
    const positions = (await entries('limit=200')).map(({ position }) => position as number);
    assert.deepEqual(
      positions.toSorted((one, other) => other - one),
      [...new Set(positions)].toSorted((one, other) => other - one),
    );
  });

  it('cannot be changed or emptied by the product itself', async () => {
    await sealed();
    for (const statement of [
      `update guanxi.audit_entry set kind = 'nothing'`,
      'delete from guanxi.audit_entry',
    ])
      await assert.rejects(product.pool.query(statement), /append-only/);
  });

  it('names the first entry that somebody changed or took out behind its back', async () => {
    await sealed();
    const [row] = await product.database.run(
      `select position, facts::text, id from guanxi.audit_entry where kind = 'record.revealed' and workspace = 'main'`,
    );
    const position = Number(row?.[0]);
    await tamper(`update guanxi.audit_entry set facts = '{"fields":["name"]}' where id = $1`, [row?.[2]]);
    const altered = (await verify()).broken;
    assert.deepEqual(
      [altered.why, altered.position, altered.entry.kind],
      ['altered', position, 'record.revealed'],
    );
    await tamper('update guanxi.audit_entry set facts = $2 where id = $1', [row?.[2], row?.[1]]);
    assert.equal((await verify()).broken, undefined);

    await tamper(`create table kept as select * from guanxi.audit_entry where id = ${row?.[2]}`);
    await tamper('delete from guanxi.audit_entry where id = $1', [row?.[2]]);
    assert.deepEqual((await verify()).broken, { why: 'missing', position });
    await tamper('insert into guanxi.audit_entry overriding system value select * from kept');
    assert.equal((await verify()).broken, undefined);
  });

  it('shows where its end was cut off, and does not build on ends that somebody else wrote', async () => {
    const { head } = await verify();
    const last = `from guanxi.audit_entry where workspace = 'main' and position = ${head.position}`;
    await tamper(`create table cut as select * ${last}`);
    await tamper(`delete ${last}`);
    assert.deepEqual((await verify()).broken, { why: 'missing', position: head.position });
    await tamper(`update guanxi.audit_chain set head_position = head_position - 1 where workspace = 'main'`);
    assert.equal((await verify()).broken.why, 'ends');
    await product.ask('POST', '/api/records/team', { name: '尾部之后' });
    await assert.rejects(sealEntries(product.database, key), /changed from outside/);
    await tamper('insert into guanxi.audit_entry overriding system value select * from cut');
    await tamper(`update guanxi.audit_chain set head_position = head_position + 1 where workspace = 'main'`);
    assert.equal((await verify()).broken, undefined);
  });

  it('is checked from the command line, also against a head that was kept elsewhere', async () => {
    const { head } = await verify();
    const env = {
      ...process.env,
      ...{ DATABASE_URL: product.pool.options.connectionString ?? '', GUANXI_SECRET: 's'.repeat(40) },
      GUANXI_DATA: mkdtempSync(join(tmpdir(), 'guanxi-audit-')),
    };
    const guanxi = (...parameters: string[]) =>
      new Promise<{ code: number; out: string }>((resolve) => {
        execFile(process.execPath, [program, 'audit', ...parameters], { env }, (failure, out) =>
          resolve({ code: failure ? Number(failure.code) : 0, out }),
        );
      });
    const expected = `${head.position}:${head.hash}`;
    const [sound, foreign] = await Promise.all([
      guanxi('verify', '--workspace', 'main', '--expect', expected),
      guanxi('verify', '--workspace', 'main', '--expect', `${head.position}:${'0'.repeat(64)}`),
    ]);
    assert.equal(sound.code, 0, sound.out);
    assert.match(
      sound.out,
      /^✔ main: \d+ entries are as they were written; head \d+:[\da-f]{64}\n✔ main: \d+ changes of records are as they were written(; \d+ are not sealed yet, the oldest of \S+)?; block \d+:[\da-f]{64}\n$/,
    );
    assert.equal(foreign.code, 1);
    await tamper(`update guanxi.audit_entry set ip = '10.9.8.7' where workspace = 'main' and position = 3`);
    const broken = await guanxi('verify');
    assert.equal(broken.code, 1);
    assert.match(broken.out, /^✖ main: the entry at 3 was altered \(\d+, \S+, \S+\); 2 entries/m);
  });

  it('is kept as long as the company says, at least six months, and stays verifiable after that', async () => {
    const other = await startProduct();
    const put = (months: unknown) => other.ask('PUT', '/api/audit/retention', { months });
    for (const months of [5, 'six', 6.5]) assert.equal((await put(months)).body.errors[0].field, 'months');
    assert.deepEqual((await put(12)).body, { months: 12 });
    const sealAll = async () => {
      while (
        (await other.database.run('select 1 from guanxi.audit_entry where position is null limit 1')).length >
        0
      )
        await sealEntries(other.database, key);
    };
    await sealAll();
    const soon = new Date();
    await removeExpiredEntries(other.database, key, soon);
    const before = (await other.ask('POST', '/api/audit/verify', {})).body;
    assert.equal(before.anchor, 0);
    const later = new Date(soon.getTime() + 370 * 86_400_000);
    await removeExpiredEntries(other.database, key, later);
    await other.ask('POST', '/api/records/team', { name: '一年之后' });
    await sealAll();
    const after = (await other.ask('POST', '/api/audit/verify', {})).body;
    assert.deepEqual([after.anchor, after.broken], [before.head.position, undefined]);
    const left = (await other.ask('GET', '/api/audit')).body.entries as Entry[];
    assert.deepEqual(
      left.map(({ kind }) => kind),
      ['team.created', 'audit.removed'],
    );
    assert.equal(left[1]?.facts.count, before.entries);
  });

  it('knows, once a minute and when the server closes, what was refused to whom, and who tried again and again', async () => {
    const other = await startProduct();
    const rep = await other.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesRepresentative'],
    });
    for (let count = 0; count < 12; count++) {
      assert.equal((await rep('GET', '/api/audit')).status, 403);
      assert.equal((await rep('POST', '/api/records/account', {})).status, 422);
      await other.as({ authorization: `Bearer gx_${count}` })('GET', '/api/records/account');
    }
    assert.equal((await rep('DELETE', `/api/records/roleRight/${account}`)).status, 403);
    assert.equal((await rep('POST', '/api/records/account', { name: '好' })).status, 201);
    const rules = (await other.ask('GET', '/api/safeguards')).body;
    rules.everyone.exportedAtOnce = 0;
    await other.ask('PUT', '/api/safeguards', rules);
    assert.equal((await rep('GET', '/api/records/account/export')).status, 403);
    const [exported] = (await other.ask('GET', '/api/audit?kind=records.exportRefused')).body.entries;
    assert.equal(
      exported.subject,
      'account',
      'an export that was refused has an entry, and is not counted besides',
    );
    await other.app.close();
    const rows = await other.database.run(
      `select workspace, actor, subject, facts ->> 'why', facts ->> 'route', facts ->> 'count', ip
       from guanxi.audit_entry where kind = 'request.refused' order by facts ->> 'why', subject nulls first`,
    );
    const told = (...entry: (string | null)[]) => [...entry, '127.0.0.1'];
    assert.deepEqual(rows, [
      told('main', rep.id, null, 'forbidden', 'GET /api/audit', '12'),
      told('main', rep.id, 'roleRight', 'forbidden', 'DELETE /api/records/:object/:id', '1'),
      told('main', rep.id, null, 'invalid', 'POST /api/records/:object', '12'),
      told(null, null, null, 'unauthenticated', 'GET /api/records/:object', '12'),
    ]);
  });
});
