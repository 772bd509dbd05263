import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { uuidv7 } from '#engine/database/uuid.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { openWorkspace } from '#main/open-workspace.ts';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';
import { museum } from '#test/specimens/specimens.ts';
import { makeSample, written } from './sample-values.ts';

type Operation = readonly [method: string, path: string];

/** To a person of one workspace, the ids of another's records are ids of nothing at all. */
describe('INT-19 another workspace', () => {
  let product: Product;
  let stranger: Asking;
  let operations: readonly Operation[] = [];
  /** A record of every object. */
  const theirs = new Map<string, string>();
  /** An id of everything else that has one. */
  const others = new Map<string, string>();

  before(async () => {
    const store = folderStore(mkdtempSync(join(tmpdir(), 'guanxi-isolation-')));
    product = await startProduct({ more: [museum], files: { store, limit: 1_000_000 } });
    const { ask, registry } = product;
    theirs.set('user', (await ask('GET', '/api/me')).body.id);
    const form = new FormData();
    form.append('files', new Blob(['名称\n甲\n']), 'a.csv');
    const sent = new Response(form);
    const type = { 'content-type': sent.headers.get('content-type') ?? '' };
    const bytes = Buffer.from(await sent.arrayBuffer());
    const content = (await ask('POST', '/api/files', bytes, type)).body;
    const named: Readonly<Record<string, object>> = {
      document: { content },
      cabinet: { name: '密室' },
      account: { name: '远山文物商店' },
      ...written,
    };
    const create = async (object: string, values: object) => {
      const made = await ask('POST', `/api/records/${object}`, { ...values, ...named[object] });
      return made.status === 201 ? (made.body.id as string) : undefined;
    };
    const cabinet = (await create('cabinet', {})) ?? '';
    theirs.set('cabinet', cabinet);
    theirs.set('specimen', (await create('specimen', { name: '玉璧', cabinet, label: '藏-001' })) ?? '');
    const stored = [...registry.objects.values()].filter(
      ({ declaration }) => declaration.unites === undefined,
    );
    for (const object of stored) await makeSample(registry, object, create, theirs);
    await ask('POST', '/api/actions/activities.bringVersion', {
      ...{ id: theirs.get('document'), input: { content } },
    });
    const [former] = (await ask('GET', '/api/records/documentVersion')).body.records;
    theirs.set('documentVersion', former.id);
    const without = stored.filter(({ name }) => !theirs.has(name)).map(({ name }) => name);
    assert.ok(without.length <= 3, `no record of ${without}`);
    await ask('POST', '/api/api-keys', { name: '官网' });
    await ask('POST', '/api/imports', bytes, type);
    await findOthers();
    stranger = await otherAdministrator();
    const { body: document } = await ask('GET', '/api/openapi.json');
    operations = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => ['get', 'post', 'patch', 'delete', 'put'].includes(method))
        .map((method) => [method.toUpperCase(), path] as const),
    );
  });

  /** Whatever has an id in the company's schema or beside it, besides the records of objects. */
  async function findOthers(): Promise<void> {
    const { rows } = await product.pool.query<{ schema: string; name: string; own: boolean }>(
      `select n.nspname as schema, c.relname as name, exists (select from pg_attribute w where w.attrelid = c.oid and w.attname = 'workspace') as own
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype
       where n.nspname in ('ws_main', 'guanxi') and c.relkind = 'r'`,
    );
    for (const { schema, name, own } of rows) {
      if (theirs.has(name)) continue;
      const where = own ? ` where workspace = 'main'` : '';
      const found = await product.pool.query(`select id from ${schema}."${name}"${where} limit 1`);
      if (found.rows[0] !== undefined) others.set(name, found.rows[0].id);
    }
    for (const name of ['stored_file', 'import', 'api_key', 'session', 'identity'])
      assert.ok(others.has(name), [...others.keys()].join());
  }

  async function otherAdministrator(): Promise<Asking> {
    const { pool, registry } = product;
    const identity = await createIdentity({ pool, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' });
    const [email, password] = ['duan@yunling.example', 'spring tea before the rain'];
    await openWorkspace(
      { pool, registry, identity },
      {
        ...{
          name: 'yunling',
          company: '云岭茶业',
          locale: 'zh-CN',
          currency: 'CNY',
          timeZone: 'Asia/Shanghai',
        },
        ...{ administratorName: '段小云', administratorEmail: email, password },
      },
    );
    const payload = { email, password };
    const signedIn = await product.app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
    assert.equal(signedIn.statusCode, 200, signedIn.body);
    const cookie = signedIn.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
    return product.as({ cookie });
  }

  /** Every answer to a foreign id must be the answer to an id that nothing has. */
  async function same(
    method: string,
    address: (id: string) => string,
    foreign: string,
    body?: (id: string) => object,
  ) {
    const nothing = uuidv7();
    const answers = [];
    for (const id of [foreign, nothing]) {
      const answer = await stranger(method as 'GET', address(id), body?.(id));
      const said = JSON.stringify([answer.body, answer.headers.location ?? null]);
      answers.push([answer.status, said.replaceAll(id, 'ID')]);
    }
    assert.deepEqual(answers[0], answers[1], `${method} ${address('ID')}`);
    return Number(answers[0]?.[0]);
  }

  const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? undefined : () => ({}));

  async function nothingAt(method: string, path: string, object: string, foreign: string): Promise<void> {
    const address = (one: string) =>
      path
        .replace('{object}', object)
        .replace('{id}', one)
        .replaceAll(/\{\w+\}/g, '0');
    const status = await same(method, address, foreign, bodyFor(method));
    // A browser on its way to sign in is led back to the page where that begins.
    const refused = path.startsWith('/api/auth/') ? status >= 303 : status >= 400;
    assert.ok(refused || method === 'DELETE', `${method} ${address('ID')} ${status}`);
  }

  it('gives nothing away at any address with an id', async () => {
    const withId = operations.filter(([, path]) => path.includes('{id}'));
    const asked = new Set<string>();
    for (const [method, path] of withId) {
      const named = /^\/api\/(?:records|duplicates)\/([a-zA-Z]+)\/\{id\}/.exec(path)?.[1];
      const ids =
        named === undefined ? [...others, ['user', theirs.get('user')]] : [[named, theirs.get(named)]];
      for (const [object = '', id] of ids)
        if (id !== undefined) {
          await nothingAt(method, path, object, id);
          asked.add(`${method} ${path}`);
        }
    }
    // Windows on other objects and what nobody can make by hand have no record of their own.
    const left = withId.filter(([method, path]) => !asked.has(`${method} ${path}`));
    assert.ok(left.length < withId.length / 20, left.map(([, path]) => path).join());
  });

  it('gives nothing away at any address with another name, nor to who is no operator', async () => {
    const named = operations.filter(([, path]) => path.includes('{name}'));
    assert.ok(named.length >= 9, String(named.length));
    for (const [method, path] of named) {
      const answers = [];
      for (const name of ['main', 'nowhere']) {
        const { status, body } = await stranger(
          method as 'GET',
          path.replace('{name}', name),
          bodyFor(method)?.(),
        );
        answers.push([status, JSON.stringify(body)]);
      }
      assert.deepEqual(answers[0], answers[1], `${method} ${path}`);
      assert.equal(answers[0]?.[0], 403);
    }
  });

  it('gives nothing away to a reference in any field of any object', async () => {
    let asked = 0;
    for (const object of product.registry.objects.values())
      for (const [name, field] of object.fields) {
        if (field.readOnly || !['reference', 'user', 'regarding', 'manyToMany'].includes(field.type))
          continue;
        const target = field.target ?? field.targets?.[0] ?? 'user';
        const id = theirs.get(target);
        if (id === undefined || object.declaration.unites !== undefined) continue;
        const value = (one: string) =>
          field.type === 'regarding'
            ? { object: target, id: one }
            : field.type === 'manyToMany'
              ? [one]
              : one;
        const status = await same(
          'POST',
          () => `/api/records/${object.name}`,
          id,
          (one) => ({ [name]: value(one) }),
        );
        assert.ok(status >= 400, `${object.name}.${name} ${status}`);
        asked++;
      }
    assert.ok(asked > 50, String(asked));
  });

  it('gives nothing away to a verb, a condition, a search or a reference', async () => {
    for (const [object, id] of theirs) {
      const model = product.registry.objects.get(object);
      for (const { name, object: on } of model?.actions ?? [])
        if (on !== undefined)
          await same(
            'POST',
            () => `/api/actions/${name}`,
            id,
            (one) => ({ id: one }),
          );
      await same('GET', (one) => `/api/records/${object}?where={"id":"${one}"}&count=true`, id);
      await same(
        'POST',
        () => '/api/presence',
        id,
        (one) => ({ object, id: one }),
      );
      const list = await stranger('GET', `/api/records/${object}?limit=1000`);
      assert.ok(!JSON.stringify(list.body).includes(id), object);
    }
    const cabinet = theirs.get('cabinet') ?? '';
    for (const values of [
      (id: string) => ({ name: '甲', cabinet: id }),
      (id: string) => ({ name: '甲', kin: [id] }),
      (id: string) => ({ name: '甲', about: { object: 'cabinet', id } }),
    ])
      assert.equal(await same('POST', () => '/api/records/specimen', cabinet, values), 422);
    for (const q of ['密室', 'mishi', '玉璧', '远山'])
      assert.deepEqual((await stranger('GET', `/api/search?q=${encodeURIComponent(q)}`)).body.results, []);
  });

  it('keeps its values unique and its numbers its own', async () => {
    const made = await stranger('POST', '/api/records/specimen', { name: '玉琮', label: '藏-001' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const first = (await product.ask('GET', '/api/records/specimen?sort=number&limit=1')).body.records[0];
    assert.match(first.number, /00001$/);
  });

  it('changes nothing of theirs', async () => {
    for (const object of ['cabinet', 'specimen', 'account', 'contact', 'task', 'product']) {
      const answer = await product.ask('GET', `/api/records/${object}/${theirs.get(object)}`);
      assert.deepEqual([answer.status, answer.body.version], [200, 1], object);
    }
    const file = await product.ask('GET', `/api/files/${others.get('stored_file')}`);
    assert.equal(file.status, 200);
  });

  it('is not held up by the load, the limits or the suspension of this one', async () => {
    const limits = (name: string, given: object) =>
      product.ask('PATCH', `/api/workspaces/${name}/limits`, given);
    await limits('yunling', { requests: 3, records: 1, people: 1 });
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await stranger('GET', '/api/me')).status);
    assert.deepEqual(statuses.slice(-2), [429, 429]);
    assert.equal((await product.ask('GET', '/api/me')).status, 200);
    assert.equal((await product.ask('POST', '/api/records/account', { name: '仍可新建' })).status, 201);
    await limits('yunling', { requests: null });
    assert.equal((await stranger('POST', '/api/records/account', { name: '满' })).body.limit, 'records');
    await product.ask('POST', '/api/workspaces/yunling/suspend', {});
    assert.equal((await stranger('GET', '/api/me')).status, 403);
    assert.equal((await product.ask('GET', '/api/me')).status, 200);
    await product.ask('POST', '/api/workspaces/yunling/resume', {});
    assert.equal((await stranger('GET', '/api/me')).status, 200);
  });
});
