import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { chainKey } from '#engine/audit/chain.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { removeDue, removeWorkspace } from '#engine/workspaces/remove-workspace.ts';
import { openWorkspace } from '#main/open-workspace.ts';
import { type Asking, type Product, startProduct } from './product.ts';
import { unzipped } from './unzipped.ts';

const secret = 's'.repeat(40);
const password = 'spring tea before the rain';

describe('INT-19 the companies of an installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-workspaces-'));
  const store = folderStore(folder);
  let product: Product;
  let operator: Asking;
  let yunling: Asking;

  before(async () => {
    product = await startProduct({ files: { store, limit: 1_000_000 } });
    operator = product.ask;
  });

  const kept = () => ({ database: product.database, files: store, chainKey: chainKey(secret) });

  const company = (name: string, more: object = {}) => ({
    ...{ name, company: '云岭茶业', locale: 'zh-CN', currency: 'CNY', timeZone: 'Asia/Shanghai' },
    ...{ administratorName: '段小云', administratorEmail: `duan@${name}.example`, ...more },
  });

  /** A company with its administrator, who came by the link. */
  async function begin(workspace: string): Promise<Asking> {
    const made = await operator('POST', '/api/workspaces', company(workspace));
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const token = made.body.invitation.href.split('#')[1];
    const payload = { token, name: '段小云', password };
    const accepted = await product.app.inject({
      method: 'POST',
      url: '/api/auth/invitation/accept',
      payload,
    });
    assert.equal(accepted.statusCode, 200, accepted.body);
    const [cookie] = accepted.cookies;
    return product.as({
      cookie: `${cookie?.name}=${encodeURIComponent(cookie?.value ?? '')}`,
      'accept-language': 'zh-CN',
    });
  }

  const schemas = async () =>
    (
      await product.pool.query(`select nspname from pg_namespace where nspname like 'ws\\_%' order by 1`)
    ).rows.map(({ nspname }) => nspname);

  const stateOf = async (name: string) =>
    (await operator('GET', '/api/workspaces')).body.workspaces.find(
      (each: { name: string }) => each.name === name,
    )?.state;

  it('begin with an administrator who chooses his own password by a link', async () => {
    yunling = await begin('yunling');
    const duan = yunling;
    const { body } = await duan('GET', '/api/meta');
    assert.deepEqual([body.workspace.label, body.user.administrator], ['云岭茶业', true]);
    const [entry] = (await duan('GET', '/api/audit?kind=workspace.created')).body.entries;
    assert.equal(entry.facts.operator, 'lin@hengyue.example');
    assert.equal(await stateOf('yunling'), 'open');
  });

  it('begin whole or not at all', async () => {
    for (const [wrong, field] of [
      [{ name: 'Yun-Ling' }, 'name'],
      [{ name: 'yunling' }, 'name'],
      [{ workspace: 'half', timeZone: 'Mars' }, 'timeZone'],
      [{ workspace: 'half', administratorEmail: 'nobody' }, 'administratorEmail'],
    ] as const) {
      const { status, body } = await operator('POST', '/api/workspaces', company('half', wrong));
      assert.deepEqual([status >= 400, body.errors[0]?.field ?? field], [true, field], JSON.stringify(body));
    }
    // Everything is made already when the power goes.
    const { pool, registry } = product;
    const identity = await createIdentity({ pool, secret, baseUrl: 'http://127.0.0.1:3000' });
    const people = { ...identity.people, createSignIn: () => Promise.reject(new Error('the power went')) };
    const input = { ...company('half'), locale: 'zh-CN', password } as const;
    await assert.rejects(
      openWorkspace({ pool, registry, identity: { ...identity, people } }, input),
      /power/,
    );
    assert.ok(!(await schemas()).includes('ws_half'));
    assert.equal(await stateOf('half'), undefined);
    assert.equal((await operator('POST', '/api/workspaces', company('half'))).status, 201);
  });

  it('are looked after by those who run the installation alone, in person', async () => {
    const duan = yunling;
    const { body: key } = await operator('POST', '/api/api-keys', { name: '脚本' });
    const keyed = product.as({ authorization: `Bearer ${key.key}` });
    for (const ask of [duan, keyed]) {
      for (const [method, path] of [
        ['GET', ''],
        ['POST', ''],
        ['PATCH', '/main'],
        ['GET', '/main/archive'],
        ...['suspend', 'resume', 'mark', 'keep', 'remove'].map((verb) => ['POST', `/main/${verb}`] as const),
      ] as const)
        assert.equal(
          (await ask(method, `/api/workspaces${path}`, method === 'GET' ? undefined : {})).status,
          403,
        );
      assert.deepEqual(
        Object.keys((await ask('GET', '/api/operation')).body),
        ask === duan ? ['queues'] : ['queues'],
      );
    }
    assert.equal((await operator('POST', '/api/workspaces/main/suspend', {})).status, 409);
    // Somebody is appointed: from now on the administrators of the first company are not.
    await product.pool.query(
      `insert into guanxi.operator (identity_id) select id from guanxi.identity where email = 'duan@yunling.example'`,
    );
    assert.equal((await operator('GET', '/api/workspaces')).status, 403);
    assert.equal((await duan('GET', '/api/workspaces')).status, 200);
    assert.ok((await duan('GET', '/api/operation')).body.state.version);
    // Nobody takes an operator over by giving him a password.
    const { id } = (await duan('GET', '/api/me')).body;
    assert.equal(
      (await duan('PUT', `/api/people/${id}/sign-in`, { password: 'a lantern by the old well' })).status,
      403,
    );
    await product.pool.query('delete from guanxi.operator');
  });

  it('are renamed', async () => {
    const { body } = await operator('PATCH', '/api/workspaces/yunling', { company: '云岭茶业集团' });
    assert.equal(body.label, '云岭茶业集团');
    const nothing = await operator('PATCH', '/api/workspaces/yunling', { company: ' ' });
    assert.deepEqual([nothing.status, nothing.body.errors[0].field], [422, 'company']);
    assert.equal((await operator('PATCH', '/api/workspaces/nowhere', { company: '甲' })).status, 404);
  });

  it('are suspended: nobody comes in, everybody is told why, and nothing is lost', async () => {
    const duan = yunling;
    const { id } = (await duan('POST', '/api/records/account', { name: '临沧古树茶' })).body;
    const { body: key } = await duan('POST', '/api/api-keys', { name: '官网' });
    const keyed = product.as({ authorization: `Bearer ${key.key}`, 'accept-language': 'en' });
    assert.equal((await keyed('GET', '/api/me')).status, 200);
    const settings = { base: 'all', columns: ['name'] };
    const { body: view } = await duan('POST', '/api/records/savedView', {
      ...{ name: '公开', object: 'account', settings },
    });
    const shown = { view: view.id, columns: ['name'], personal: ['name'] };
    const link = new URL((await duan('POST', '/api/view-links', shown)).body.address).pathname;
    const stranger = product.as({});
    assert.equal((await stranger('GET', link)).status, 200);
    assert.equal((await stranger('GET', link.replace('/yunling/', '/main/'))).status, 404);
    const reason = '欠费，请联系客服 400-800';
    assert.equal((await operator('POST', '/api/workspaces/yunling/suspend', { reason })).status, 200);
    for (const ask of [duan, keyed]) {
      const { status, body } = await ask('GET', `/api/records/account/${id}`);
      assert.deepEqual([status, body.code], [403, 'workspaceSuspendedBecause'], JSON.stringify(body));
      assert.ok(body.detail.includes(reason));
    }
    assert.equal((await stranger('GET', link)).status, 404, 'a view that is shown by link');
    const signIn = () =>
      product.as({ 'accept-language': 'zh-CN' })('POST', '/api/auth/sign-in/email', {
        ...{ email: 'duan@yunling.example', password },
      });
    const refused = await signIn();
    assert.deepEqual(
      [refused.status, refused.body.detail.includes(reason)],
      [403, true],
      JSON.stringify(refused),
    );
    // Who mistypes hears nothing of it.
    const wrong = await product.as({})('POST', '/api/auth/sign-in/email', {
      ...{ email: 'duan@yunling.example', password: 'wrong' },
    });
    assert.equal(wrong.status, 401);
    assert.equal((await operator('POST', '/api/workspaces/yunling/resume', {})).status, 200);
    assert.equal((await duan('GET', `/api/records/account/${id}`)).body.name, '临沧古树茶');
    assert.equal((await keyed('GET', '/api/me')).status, 200);
    assert.equal((await signIn()).status, 200);
  });

  it('rest while they are suspended, and their work goes on where it was afterwards', async () => {
    const duan = yunling;
    const waiting = async () =>
      (await duan('GET', '/api/operation')).body.queues.find(
        (each: { name: string }) => each.name === 'imports',
      ).waiting;
    await operator('POST', '/api/workspaces/yunling/suspend', {});
    const enqueue = (schema: string) =>
      product.pool.query(
        `insert into ${schema}.import (id, actor, state, options, files, created)
         select gen_random_uuid(), id, 'queued', '{"duplicates":"skip","dryRun":false}', '[]', now()
         from ${schema}."user" order by "createdAt" limit 1`,
      );
    const state = async (schema = 'ws_yunling') =>
      (await product.pool.query(`select state from ${schema}.import order by state desc limit 1`)).rows[0]
        .state;
    const settles = async (schema: string) => {
      for (let tries = 0; tries < 500 && /queued|running/.test(await state(schema)); tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(await state(schema), 'done');
    };
    await enqueue('ws_yunling');
    // One is taken up in each company at each look: when the second of the first company is done, a look has passed.
    for (let each = 0; each < 2; each++) await enqueue('ws_main');
    await settles('ws_main');
    assert.equal(await state(), 'queued');
    await operator('POST', '/api/workspaces/yunling/resume', {});
    await settles('ws_yunling');
    assert.equal(await waiting(), 0);
  });

  it('come as one archive that needs no Guanxi to be read, every file with its sum', async () => {
    const duan = yunling;
    const made = await duan('POST', '/api/records/account', { name: '茶马"古道"\\驿站' });
    const patched = await duan('PATCH', `/api/records/account/${made.body.id}`, {
      website: 'https://chama.example',
      description: '一行\n二行',
    });
    assert.equal(patched.status, 200, JSON.stringify(patched.body));
    const gone = await duan('POST', '/api/records/account', { name: '已删除' });
    await duan('DELETE', `/api/records/account/${gone.body.id}`);
    const form = new FormData();
    form.append('file', new Blob(['一份合同']), '合同.txt');
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await sent.arrayBuffer());
    const [file] = (await duan('POST', '/api/files', bytes, { 'content-type': type })).body;
    const answers = await Promise.all(
      [
        { url: '/api/company/archive', headers: duan.headers },
        { url: '/api/workspaces/yunling/archive', headers: operator.headers },
      ].map((asked) => product.app.inject(asked)),
    );
    for (const answer of answers) {
      assert.equal(answer.statusCode, 200);
      const files = await unzipped(answer.rawPayload);
      const sums = (files.SHA256SUMS ?? '')
        .trim()
        .split('\n')
        .map((line) => line.split('  '));
      assert.deepEqual(
        sums.map(([, path]) => path).sort(),
        Object.keys(files)
          .filter((path) => path !== 'SHA256SUMS')
          .sort(),
      );
      for (const [sum, path = ''] of sums)
        assert.equal(
          createHash('sha256')
            .update(files[path] ?? '')
            .digest('hex'),
          sum,
          path,
        );
      const lines = (path: string) =>
        (files[path] ?? '')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
      const names = lines('records/account.jsonl').map(({ name, deletedAt }) => [name, deletedAt !== null]);
      assert.deepEqual(names.slice(-2), [
        ['茶马"古道"\\驿站', false],
        ['已删除', true],
      ]);
      assert.ok(lines('history.jsonl').some(({ changes }) => changes.description?.[1] === '一行\n二行'));
      assert.equal(files[`files/${file.id}-合同.txt`], '一份合同');
      assert.equal(JSON.parse(files['company.json'] ?? '').label, '云岭茶业集团');
      assert.equal(JSON.parse(files['objects.json'] ?? '').account.label['zh-CN'], '客户');
      assert.deepEqual(
        lines('sign-ins.jsonl').map(({ email }) => email),
        ['duan@yunling.example'],
      );
      assert.ok(lines('audit.jsonl').some(({ kind }) => kind === 'workspace.exported'));
      assert.doesNotMatch(Object.values(files).join('\n'), /\$scrypt|scrypt:|衡岳工业/);
    }
    const member = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesManager'],
    });
    assert.equal((await member('GET', '/api/company/archive')).status, 403);
  });

  it('are deleted in two steps: closed with a way back, then gone from everywhere, and from nobody else', async () => {
    const duan = await begin('leaving');
    await duan('POST', '/api/records/account', { name: '最后一单' });
    await duan('POST', '/api/api-keys', { name: '官网' });
    const form = new FormData();
    form.append('file', new Blob(['秘密']), 'a.txt');
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    await duan('POST', '/api/files', Buffer.from(await sent.arrayBuffer()), { 'content-type': type });
    assert.ok(existsSync(join(folder, 'leaving')));
    const [{ count }] = (
      await product.pool.query('select count(*)::int from guanxi.audit_entry where workspace = $1', ['main'])
    ).rows;

    const unmarked = await operator('POST', '/api/workspaces/leaving/remove', { confirm: 'leaving' });
    assert.deepEqual([unmarked.status, unmarked.body.code], [409, 'notClosing']);
    const long = await operator('POST', '/api/workspaces/leaving/mark', { days: 4000 });
    assert.deepEqual([long.status, long.body.errors[0].field], [422, 'days']);
    const marked = (await operator('POST', '/api/workspaces/leaving/mark', { days: 7 })).body;
    assert.equal(marked.state, 'leaving');
    const told = await duan('GET', '/api/me');
    assert.deepEqual([told.status, told.body.code], [403, 'workspaceLeaving']);
    assert.equal((await operator('POST', '/api/workspaces/leaving/keep', {})).body.state, 'open');
    assert.equal((await duan('GET', '/api/records/account?count=true')).body.count, 1);

    await operator('POST', '/api/workspaces/leaving/mark', { days: 7 });
    const unsure = await operator('POST', '/api/workspaces/leaving/remove', { confirm: 'yes' });
    assert.deepEqual([unsure.status, unsure.body.errors[0].field], [422, 'confirm']);
    assert.equal(
      (await operator('POST', '/api/workspaces/leaving/remove', { confirm: 'leaving' })).status,
      204,
    );
    assert.equal((await schemas()).includes('ws_leaving'), false);
    assert.equal(existsSync(join(folder, 'leaving')), false);
    assert.equal((await duan('GET', '/api/me')).status, 401);
    const traces = await product.pool.query(`select string_agg(t, ' ') as all from (
      ${[
        'workspace',
        'identity',
        'credential',
        'membership',
        'session',
        'api_key',
        'one_time_token',
        'audit_chain',
        'attempt',
      ]
        .map((table) => `select to_jsonb(x)::text as t from guanxi.${table} x`)
        .join(' union all ')}
      union all select to_jsonb(x)::text from guanxi.audit_entry x where kind <> 'workspace.removed') everything`);
    assert.doesNotMatch(traces.rows[0].all, /leaving/);
    const removed = await product.pool.query(
      `select facts from guanxi.audit_entry where kind = 'workspace.removed'`,
    );
    assert.equal(removed.rows[0].facts.operator, 'lin@hengyue.example');
    const { rows } = await product.pool.query(
      'select count(*)::int from guanxi.audit_entry where workspace = $1',
      ['main'],
    );
    assert.ok(rows[0].count >= count);
    const verdict = (await operator('POST', '/api/audit/verify', {})).body;
    assert.deepEqual([verdict.broken, verdict.history.broken], [undefined, undefined], 'others’ seals hold');
    // The name is free again, and nothing of the old company comes back with it.
    const again = await begin('leaving');
    assert.equal((await again('GET', '/api/records/account?count=true')).body.count, 0);
  });

  it('are gone in the end though the server fell half way, with no way back by then; others keep their days', async () => {
    await operator('POST', '/api/workspaces', company('falling'));
    await operator('POST', '/api/workspaces/half/mark', { days: 1 });
    const { workspaces } = (await operator('GET', '/api/workspaces')).body;
    assert.equal(await removeWorkspace(kept(), 'falling'), false);
    await operator('POST', '/api/workspaces/falling/mark', { days: 7 });
    const failing = { ...store, removeAll: () => Promise.reject(new Error('the power went')) };
    await assert.rejects(removeWorkspace({ ...kept(), files: failing }, 'falling'), /power/);
    assert.equal((await operator('POST', '/api/workspaces/falling/keep', {})).status, 409);
    await removeDue(kept());
    assert.equal((await schemas()).includes('ws_falling'), false);
    assert.equal((await operator('GET', '/api/workspaces')).body.workspaces.length, workspaces.length - 1);
    assert.ok(!readdirSync(folder).includes('falling'));
    assert.equal(await stateOf('half'), 'leaving');
    const over = `update guanxi.workspace set remove_after = now() - interval '1 second' where name = 'half'`;
    await product.pool.query(over);
    await removeDue(kept());
    assert.equal(await stateOf('half'), undefined);
  });
});
