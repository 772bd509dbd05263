import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { tableSums } from '#engine/backup/table-sums.ts';
import { isSwitchable, offWith, withoutModules } from '#kernel/module-switches.ts';
import { compose } from '#kernel/registry.ts';
import { modules, people } from '#main/modules.ts';
import { type Product, startProduct } from './product.ts';

describe('ADM-12 parts of the product are switched on and off', () => {
  let product: Product;
  let na: Awaited<ReturnType<Product['colleague']>>;
  const ids: Record<string, string> = {};
  const change = (module: string, on: boolean) => product.ask('PATCH', `/api/modules/${module}`, { on });
  const stored = () =>
    tableSums(
      product.database,
      ['ws_main.lead', 'ws_main.opportunity', 'ws_main.quote', 'ws_main.order'].map((name) => ({
        name,
        columns: [],
      })),
    );

  async function create(object: string, values: object) {
    const { status, body } = await product.ask('POST', `/api/records/${object}`, values);
    assert.equal(status, 201, JSON.stringify(body));
    ids[object] = body.id;
  }

  before(async () => {
    product = await startProduct();
    na = await product.colleague({ name: '李娜', email: 'na@hengyue.example', roles: ['salesManager'] });
    await create('account', { name: '恒岳工业' });
    await create('contact', { lastName: '张', firstName: '伟', account: ids.account });
    await create('lead', { name: '询价', company: '远航' });
    await create('opportunity', { name: '生产线改造', account: ids.account });
    await create('task', { subject: '回电', regarding: { object: 'opportunity', id: ids.opportunity } });
  });

  it('each by itself leaves a product that fits together', () => {
    for (const { name } of modules.filter(isSwitchable))
      assert.ok(withoutModules(compose(modules, people), offWith(modules, [name])).objects.size > 10, name);
  });

  it('one that is off is gone from navigation, API, search, links and actions, for everybody at once', async () => {
    const was = await stored();
    const { body } = await change('sales', false);
    assert.deepEqual(
      body.modules.filter(({ on }: { on: boolean }) => !on).map(({ name }: { name: string }) => name),
      ['sales'],
    );
    const meta = (await product.ask('GET', '/api/meta')).body;
    assert.ok(!meta.navigation.some(({ module }: { module: string }) => module === 'sales'));
    const objects = meta.objects.map(({ name }: { name: string }) => name);
    for (const name of ['lead', 'opportunity', 'quote', 'pipeline']) assert.ok(!objects.includes(name), name);
    for (const url of [
      '/api/records/opportunity',
      `/api/records/opportunity/${ids.opportunity}`,
      '/api/records/opportunity/aggregate?measures=count',
      '/api/exports/opportunity',
    ])
      assert.equal((await product.ask('GET', url)).status, 404, url);
    assert.equal(
      (await product.ask('POST', '/api/actions/sales.win', { record: ids.opportunity })).status,
      404,
    );
    const { results = [] } = (await product.ask('GET', '/api/search?q=生产线')).body;
    assert.deepEqual(results, []);
    const paths = Object.keys((await product.ask('GET', '/api/openapi.json')).body.paths);
    assert.ok(!paths.some((path) => /opportunity/.test(path)));
    const timeline = await product.ask('GET', `/api/records/account/${ids.account}/timeline`);
    assert.equal(timeline.status, 200);
    assert.doesNotMatch(JSON.stringify(timeline.body), /opportunity|生产线/);
    assert.deepEqual(await stored(), was);
  });

  it('what is left works on: records, lists, tasks about what is gone, the ledger, notifications', async () => {
    const account = await product.ask('POST', '/api/records/account', { name: '北辰' });
    assert.equal(account.status, 201, JSON.stringify(account.body));
    const changed = await product.ask('PATCH', `/api/records/account/${ids.account}`, {
      version: (await product.ask('GET', `/api/records/account/${ids.account}`)).body.version,
      website: 'https://hengyue.example',
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    const task = await product.ask('GET', `/api/records/task/${ids.task}`);
    assert.equal(task.status, 200, JSON.stringify(task.body));
    const { objects } = (await product.ask('GET', '/api/meta')).body;
    for (const { name } of objects) {
      const list = await product.ask('GET', `/api/records/${name}?count=true`);
      assert.equal(list.status, 200, `${name}: ${JSON.stringify(list.body)}`);
    }
    assert.equal((await product.ask('GET', '/api/notifications')).status, 200);
    assert.equal((await product.ask('GET', '/api/rights')).status, 200);
  });

  it('what is off is looked after all the same: it keeps what it refers to, moves with a merge and a handover', async () => {
    const other = (await product.ask('POST', '/api/records/account', { name: '恒岳工业集团' })).body.id;
    await change('service', true);
    await product.ask('POST', '/api/records/case', { subject: '漏油', account: ids.account });
    await change('service', false);
    const refused = await product.ask('DELETE', `/api/records/account/${ids.account}`);
    assert.deepEqual([refused.status, refused.body.errors[0].code], [409, 'stillReferred']);
    const merged = await product.ask('POST', `/api/records/account/${other}/merge`, { with: [ids.account] });
    assert.equal(merged.status, 200, JSON.stringify(merged.body));
    const me = (await product.ask('GET', '/api/meta')).body.user.id;
    const over = await product.ask('POST', '/api/actions/administration.handOver', {
      ...{ id: me, input: { to: na.id, deactivate: false } },
    });
    assert.equal(over.status, 200, JSON.stringify(over.body));
    await change('sales', true);
    const moved = (await product.ask('GET', `/api/records/opportunity/${ids.opportunity}`)).body;
    assert.deepEqual([moved.account, moved.owner], [other, na.id]);
  });

  it('switched on again everything is as it was', async () => {
    const { body } = await product.ask('GET', `/api/records/opportunity/${ids.opportunity}`);
    assert.equal(body.name, '生产线改造');
    assert.equal((await product.ask('GET', `/api/records/lead/${ids.lead}`)).body.name, '询价');
    const task = (await product.ask('GET', `/api/records/task/${ids.task}`)).body;
    assert.equal(task.regarding.id, ids.opportunity);
  });

  it('takes those along that cannot be without it, names them beforehand, and what all build on stays', async () => {
    const before = (await product.ask('GET', '/api/modules')).body.modules;
    const catalogue = before.find(({ name }: { name: string }) => name === 'catalogue');
    assert.deepEqual([catalogue.on, catalogue.dependents.length], [true, 3]);
    const { body } = await change('catalogue', false);
    const on = (those: readonly { name: string; on: boolean }[]) =>
      those.flatMap((each) => (each.on ? [each.name] : [])).sort();
    assert.deepEqual(on(body.modules), ['marketing', 'reporting'], 'it sells nothing');
    const back = (await change('sales', true)).body.modules;
    assert.deepEqual(on(back), ['catalogue', 'marketing', 'reporting', 'sales']);
    assert.equal((await change('parties', false)).body.errors[0].code, 'essentialModule');
    assert.equal((await change('parties!', false)).status, 404);
    assert.equal((await product.ask('PATCH', '/api/modules/sales', { on: 'no' })).body.errors[0].field, 'on');
    assert.equal((await na('PATCH', '/api/modules/sales', { on: false })).status, 403);
    const asked = (await product.ask('GET', '/api/modules')).body.modules;
    assert.equal(asked.find(({ name }: { name: string }) => name === 'sales').people, 1);
  });
});
