import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { PoolClient } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { uuidv7 } from '#engine/database/uuid.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { type Asking, type Product, startProduct } from './product.ts';

describe('CUS-03 fifty fields that a company adds', () => {
  let product: Product;
  let stranger: Asking;
  const run: string[] = [];
  const list = '/api/records/account?select=name,owner.name&sort=name&count=true';
  const all = '/api/records/contact?limit=5';

  before(async () => {
    product = await startProduct();
    stranger = await otherCompany();
    await product.ask('POST', '/api/records/account', { name: '星河贸易' });
    watch();
  });

  /** The administrator of a second company in the same installation. */
  async function otherCompany(): Promise<Asking> {
    const { pool, registry, database, as, app } = product;
    const [currency, locale, timeZone] = ['CNY', 'zh-CN', 'Asia/Shanghai'] as const;
    const settings = { company: '云岭茶业', currency, currencies: { CNY: '1' }, locale, timeZone };
    const identity = await createIdentity({ pool, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' });
    const own = { name: 'yunling', label: settings.company, schema: 'ws_yunling' };
    const workspace = workspaceOf({ ...own, settings });
    await migrateWorkspace(database, registry, workspace, new Date());
    await identity.workspaces.create({ name: 'yunling', settings });
    const actor = asSystem('set-up of a second workspace');
    const [id, email, name] = [uuidv7(), 'duan@yunling.example', '段小云'];
    await createRecords({ registry, database, actor, workspace, now: Date.now() }, registry.people, [
      { id, values: { name, email, roles: ['administrator'], locale: 'zh-CN' } },
    ]);
    const password = 'spring tea before the rain';
    await identity.people.createSignIn({ workspace: 'yunling', userId: id, email, name, password });
    const payload = { email, password };
    const signedIn = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
    const cookie = signedIn.cookies.map((one) => `${one.name}=${encodeURIComponent(one.value)}`).join('; ');
    return as({ cookie });
  }

  /** Notes every statement on accounts and contacts on any connection of the server. */
  function watch(): void {
    const seen = new WeakSet<PoolClient>();
    product.serving.on('acquire', (client) => {
      if (seen.has(client)) return;
      seen.add(client);
      const query = client.query.bind(client) as (...parameters: unknown[]) => unknown;
      Object.assign(client, {
        query(...parameters: unknown[]) {
          const [first] = parameters;
          const text = typeof first === 'string' ? first : (first as { text: string }).text;
          if (/"ws_\w+"\."(account|contact)"/.test(text)) run.push(text);
          return query(...parameters);
        },
      });
    });
  }

  async function statementsOf(url: string, asking: Asking = product.ask): Promise<readonly string[]> {
    run.length = 0;
    const { status, body } = await asking('GET', url);
    assert.equal(status, 200, JSON.stringify(body));
    return [...run];
  }

  it('and twenty objects change no statement of a list that does not show them, and cost one that does no statement more', async () => {
    const before = [await statementsOf(list), await statementsOf(all, stranger)];
    assert.deepEqual(
      before.map(({ length }) => length),
      [1, 1],
    );
    for (const object of ['account', 'contact']) {
      const types = ['text', 'money', 'date', 'integer', 'boolean'];
      const definitions = Array.from({ length: 25 }, (_, index) => ({
        ...{ object, type: types[index % types.length], name: `extra${index}`, labelEn: `Extra ${index}` },
      }));
      const made = await product.ask('POST', '/api/records/customField', definitions);
      assert.equal(made.status, 201, JSON.stringify(made.body));
    }
    const objects = Array.from({ length: 20 }, (_, index) => ({
      ...{ name: `kind${index}`, labelEn: `Kind ${index}`, access: 'all' },
    }));
    const kinds = await product.ask('POST', '/api/records/customObject', objects);
    assert.equal(kinds.status, 201, JSON.stringify(kinds.body));
    assert.deepEqual([await statementsOf(list), await statementsOf(all, stranger)], before);
    const wide =
      '/api/records/account?select=name,extra0_c,extra1_c&where={"extra3_c":{"isNull":true}}&count=true';
    assert.equal((await statementsOf(wide)).length, 1);
    assert.equal((await statementsOf(all)).length, 1);
  });

  it('are nothing to another company: neither seen nor taken, and of the same name there are others', async () => {
    const own = (await stranger('POST', '/api/records/account', { name: '茶庄' })).body;
    assert.ok(!Object.keys(own).some((name) => name.endsWith('_c')));
    const written = await stranger('PATCH', `/api/records/account/${own.id}`, { extra0_c: 'x' });
    assert.deepEqual([written.status, written.body.errors[0].code], [422, 'unknownField']);
    assert.deepEqual((await stranger('GET', '/api/records/customField')).body.records, []);
    assert.deepEqual((await stranger('GET', '/api/records/customObject')).body.records, []);
    assert.equal((await stranger('GET', '/api/records/kind0_c')).status, 404);
    const [kind] = (await product.ask('GET', '/api/records/customObject?limit=1')).body.records;
    for (const [method, url] of [
      ['GET', `/api/objects/${kind.id}/consequences`],
      ['DELETE', `/api/objects/${kind.id}`],
    ] as const)
      assert.equal((await stranger(method, url)).status, 404, url);
    assert.equal((await stranger('POST', '/api/records/customObject', { name: 'kind0' })).status, 201);
    const same = { object: 'account', type: 'date', name: 'extra0', labelZh: '采摘日' };
    assert.equal((await stranger('POST', '/api/records/customField', same)).status, 201);
    const dated = await stranger('PATCH', `/api/records/account/${own.id}`, { extra0_c: '2026-04-05' });
    assert.equal(dated.body.extra0_c, '2026-04-05');
    const [ours] = (await product.ask('GET', '/api/records/account?select=extra0_c')).body.records;
    assert.equal(ours.extra0_c, null);
    const { records } = (await product.ask('GET', '/api/records/customField?limit=1')).body;
    for (const [method, url] of [
      ['GET', `/api/fields/${records[0].id}/consequences`],
      ['DELETE', `/api/fields/${records[0].id}`],
    ] as const)
      assert.equal((await stranger(method, url)).status, 404, url);
  });
});
