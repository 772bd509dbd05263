import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { asSystem } from '#engine/access/actor.ts';
import { uuidv7 } from '#engine/database/uuid.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { type Asking, type Product, startProduct } from '#test/http/product.ts';
import { museum } from '#test/specimens/specimens.ts';

type Operation = readonly [method: string, path: string];

/** To a person of one workspace, the ids of another's records are ids of nothing at all. */
describe('another workspace', () => {
  let product: Product;
  let stranger: Asking;
  let operations: readonly Operation[] = [];
  const theirs = new Map<string, string>();

  before(async () => {
    product = await startProduct({ more: [museum] });
    const { body } = await product.ask('POST', '/api/records/cabinet', { name: '密室' });
    theirs.set('cabinet', body.id);
    for (const [object, values] of [
      ['specimen', { name: '玉璧', cabinet: body.id, label: '藏-001' }],
      ['team', { name: '鉴定组' }],
      ['account', { name: '远山文物商店' }],
      ['contact', { lastName: '欧阳', firstName: '明' }],
      ['task', { name: '清点库房' }],
      ['product', { name: '展柜', code: 'ZG-1' }],
    ] as const) {
      const made = await product.ask('POST', `/api/records/${object}`, values);
      if (made.status === 201) theirs.set(object, made.body.id);
    }
    assert.ok(theirs.size >= 5, [...theirs.keys()].join());
    theirs.set('user', (await product.ask('GET', '/api/me')).body.id);
    stranger = await otherAdministrator();
    const { body: document } = await product.ask('GET', '/api/openapi.json');
    operations = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => ['get', 'post', 'patch', 'delete', 'put'].includes(method))
        .map((method) => [method.toUpperCase(), path] as const),
    );
  });

  async function otherAdministrator(): Promise<Asking> {
    const { pool, registry, database } = product;
    const [currency, locale, timeZone] = ['CNY', 'zh-CN', 'Asia/Shanghai'] as const;
    const settings = { company: '云岭茶业', currency, currencies: { CNY: '1' }, locale, timeZone };
    const identity = await createIdentity({ pool, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' });
    const own = { name: 'yunling', label: settings.company, schema: 'ws_yunling' };
    const place = workspaceOf({ ...own, settings });
    await migrateWorkspace(database, registry, place, new Date());
    await identity.workspaces.create({ name: 'yunling', settings });
    const actor = asSystem('set-up of a second workspace');
    const [id, email, name] = [uuidv7(), 'duan@yunling.example', '段小云'];
    await createRecords({ registry, database, actor, workspace: place, now: Date.now() }, registry.people, [
      { id, values: { name, email, roles: ['administrator'], locale: 'zh-CN', timeZone: 'Asia/Shanghai' } },
    ]);
    const password = 'spring tea before the rain';
    await identity.people.createSignIn({ workspace: 'yunling', userId: id, email, name, password });
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

  it('gives nothing away at any address with an id', async () => {
    let asked = 0;
    for (const [method, path] of operations.filter(([, path]) => path.includes('{id}'))) {
      const named = /^\/api\/records\/([a-zA-Z]+)\/\{id\}/.exec(path)?.[1];
      for (const [object, id] of theirs) {
        if (named !== undefined && named !== object) continue;
        const address = (one: string) =>
          path
            .replace('{object}', object)
            .replace('{id}', one)
            .replaceAll(/\{\w+\}/g, '0');
        const status = await same(
          method,
          address,
          id,
          method === 'GET' || method === 'DELETE' ? undefined : () => ({}),
        );
        // A browser on its way to sign in is led back to the page where that begins.
        const refused = path.startsWith('/api/auth/') ? status >= 303 : status >= 400;
        assert.ok(refused || method === 'DELETE', `${method} ${address('ID')} ${status}`);
        asked++;
      }
    }
    assert.ok(asked > 20, `only ${asked} addresses`);
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
    for (const [object, id] of theirs) {
      const answer = await product.ask('GET', `/api/records/${object}/${id}`);
      assert.deepEqual([answer.status, answer.body.version], [200, 1], object);
    }
  });
});
