import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Meta } from '#kernel/meta.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import { secret } from '#test/company-database.ts';
import { bring, counts, settled, start } from './importing.ts';
import type { Answer, Asking, Product } from './product.ts';

describe('CUS-03 ADM-09 objects that a company adds', () => {
  let product: Product;
  let ask: Asking;
  let account = '';
  let id = '';

  before(async () => {
    product = await start();
    ({ ask } = product);
    account = (await ask('POST', '/api/records/account', { name: '星河贸易' })).body.id;
  });

  const add = (values: object, asking = ask): Promise<Answer> =>
    asking('POST', '/api/records/customObject', values);
  const made = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const field = (values: object) => made(ask('POST', '/api/records/customField', values));
  const refused = ({ status, body }: Answer) => {
    assert.equal(status, 422, JSON.stringify(body));
    return body.errors.map(({ field: at, code }: { field: string; code: string }) => `${at} ${code}`);
  };
  const meta = async (asking = ask) => (await asking('GET', '/api/meta')).body;
  const objectIn = async (name: string, asking = ask) =>
    (await meta(asking)).objects.find((object: { name: string }) => object.name === name);

  it('are there at once: in what the client knows, in the rail, in the API’s description', async () => {
    const definition = await made(
      add({ labelZh: '设备', labelEn: 'Machine', pluralEn: 'Machines', icon: 'tool', access: 'all' }),
    );
    assert.equal(definition.name, 'machine_c');
    ({ id } = definition);
    const object = await objectIn('machine_c');
    assert.deepEqual(
      [object.label, object.icon, object.traits, object.page.sections[0].fields],
      ['设备', 'tool', ['ownable', 'regardable'], ['name', 'owner']],
    );
    const groups = (await meta()).navigation;
    assert.deepEqual(groups.at(-1), { module: 'custom', label: '自定义对象', objects: ['machine_c'] });
    const { components, paths } = (await ask('GET', '/api/openapi.json')).body;
    assert.ok(paths['/api/records/machine_c']);
    assert.ok(JSON.stringify(components.schemas).includes('machine_c'));
  });

  it('take fields of every kind, and lead to declared objects and back', async () => {
    await field({
      object: 'machine_c',
      type: 'reference',
      name: 'account',
      target: 'account',
      labelZh: '客户',
    });
    await field({ object: 'machine_c', type: 'money', name: 'price', labelZh: '价格' });
    await field({
      object: 'account',
      type: 'reference',
      name: 'main',
      target: 'machine_c',
      labelZh: '主设备',
    });
    const rollup = { object: 'machine_c', by: 'account_c', measure: 'sum', field: 'price_c' };
    await field({ object: 'account', type: 'rollup', name: 'worth', labelZh: '设备总值', rollup });
    const machine = await made(
      ask('POST', '/api/records/machine_c', { name: '数控机床', account_c: account, price_c: '1200' }),
    );
    const changed = await ask('PATCH', `/api/records/account/${account}`, { main_c: machine.id });
    assert.equal(changed.body.main_c, machine.id, JSON.stringify(changed.body));
    const { body } = await ask('GET', `/api/records/account/${account}?select=worth_c,main_c.name`);
    assert.equal(body.worth_c.amount ?? body.worth_c, '1200.00', JSON.stringify(body));
    const related = (await objectIn('account')).related.map(({ object }: { object: string }) => object);
    assert.ok(related.includes('machine_c'), 'a list on the page of the account');
    const sections = (await objectIn('machine_c')).page.sections;
    assert.deepEqual(sections[0].fields, ['name', 'owner', 'account_c', 'price_c']);
    const where = encodeURIComponent(JSON.stringify({ 'account_c.name': { contains: '星河' } }));
    const list = await ask('GET', `/api/records/machine_c?where=${where}&count=true`);
    assert.equal(list.body.count, 1);

    // CUS-14 a report of when its records changed last is there without anybody making one.
    const { reports } = (await ask('GET', '/api/meta')).body as Meta;
    const report = reports.find(({ object }) => object === 'machine_c');
    assert.match(String(report?.label), /（按最近更新）$/);
    const groups = [...(report?.settings.rows ?? []), report?.settings.columns].join(',');
    const told = await ask('GET', `/api/records/machine_c/aggregate?groupBy=${groups}&measures=count`);
    assert.deepEqual(
      told.body.groups.map((group: Record<string, unknown>) => group['updatedAt.age']),
      [0],
    );
  });

  it('are searched, written about, followed in history, kept in the bin', async () => {
    const machine = await made(ask('POST', '/api/records/machine_c', { name: '激光切割机' }));
    const address = `/api/records/machine_c/${machine.id}`;
    for (const words of ['激光', 'jiguang', 'jgqgj']) {
      const { results } = (await ask('GET', `/api/search?q=${encodeURIComponent(words)}`)).body;
      assert.equal(results[0]?.object, 'machine_c', words);
    }
    const regarding = { object: 'machine_c', id: machine.id };
    await made(ask('POST', '/api/records/task', { subject: '保养', regarding }));
    await made(ask('POST', '/api/records/comment', { body: '声音不对', regarding }));
    await ask('PATCH', address, { name: '激光切割机 2 号' });
    const timeline = await ask('GET', `${address}/timeline`);
    assert.equal(timeline.status, 200, JSON.stringify(timeline.body));
    const told = JSON.stringify(timeline.body);
    for (const text of ['保养', '声音不对', '激光切割机 2 号']) assert.ok(told.includes(text), text);
    assert.equal((await ask('DELETE', address)).status, 204);
    const bin = await ask('GET', '/api/records/machine_c?bin=true');
    assert.equal(bin.body.records.length, 1, JSON.stringify(bin.body));
    assert.equal((await ask('POST', `${address}/restore`)).status, 200);
    const groups = await ask('GET', '/api/records/machine_c/aggregate?groupBy=owner&measures=count');
    assert.equal(groups.body.groups[0].count, 2);
  });

  it('are put away with all their records and brought back with them', async () => {
    assert.equal((await ask('DELETE', `/api/records/customObject/${id}`)).status, 204);
    assert.equal(await objectIn('machine_c'), undefined);
    assert.equal((await ask('GET', '/api/records/machine_c')).status, 404);
    const fields = (await objectIn('account')).fields.map(({ name }: { name: string }) => name);
    assert.ok(!fields.includes('main_c') && !fields.includes('worth_c'), 'what led there is left out');
    assert.equal((await ask('GET', `/api/records/account/${account}/timeline`)).status, 200);
    assert.deepEqual(refused(await add({ name: 'machine', labelZh: '设备' })), ['name nameIsPutAway']);
    assert.equal((await ask('POST', `/api/records/customObject/${id}/restore`)).status, 200);
    assert.equal((await ask('GET', '/api/records/machine_c?count=true')).body.count, 2);
    const { body } = await ask('GET', `/api/records/account/${account}?select=worth_c`);
    assert.equal(body.worth_c.amount ?? body.worth_c, '1200.00');
  });

  it('are refused with the part that does not fit', async () => {
    const label = { labelZh: '设备' };
    assert.deepEqual(refused(await add({ ...label, name: 'a_b' })), ['name notAFieldName']);
    assert.deepEqual(refused(await add({ ...label, name: 'machine' })), ['name notUnique']);
    assert.deepEqual(refused(await add({ ...label, icon: '<b>' })), ['icon notAnIcon']);
    assert.deepEqual(refused(await add({ ...label, owned: false, access: 'own' })), ['access notOwned']);
    assert.deepEqual(refused(await add({ ...label, group: 'nowhere' })), ['group noSuchModule']);
    assert.deepEqual(refused(await add({ ...label, format: 'E-{0}' })), ['format notForThisType']);
    assert.deepEqual(refused(await add({ ...label, naming: 'number', format: 'E' })), [
      'format notANumberFormat',
    ]);
  });

  it('of one name there is one: of two who add it at once the other is told', async () => {
    const both = await Promise.all([1, 2].map(() => add({ name: 'truck', labelZh: '车辆' })));
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422]);
    const late = both.find(({ status }) => status === 422) as Answer;
    assert.deepEqual(refused(late), ['name notUnique']);
  });

  it('count their records where they have no name of their own', async () => {
    await made(
      add({
        name: 'visit',
        labelZh: '走访',
        naming: 'number',
        format: 'V-{year}-{000}',
        owned: false,
        group: 'sales',
      }),
    );
    const { body } = await ask('POST', '/api/records/visit_c', {});
    assert.match(body.name, /^V-\d{4}-001$/);
    const sales = (await meta()).navigation.find(({ module }: { module: string }) => module === 'sales');
    assert.equal(sales.objects.at(-1), 'visit_c');
  });

  it('are for administrators alone until they or a right say otherwise', async () => {
    const colleague = await product.colleague({
      name: '吴芳',
      email: 'wufang@example.com',
      roles: ['salesRepresentative'],
    });
    assert.equal((await colleague('GET', '/api/records/visit_c')).status, 403);
    assert.equal(await objectIn('visit_c', colleague), undefined);
    await made(
      ask('POST', '/api/records/roleRight', { role: 'salesRepresentative', object: 'visit_c', read: 'all' }),
    );
    assert.equal((await colleague('GET', '/api/records/visit_c?count=true')).body.count, 1);
    assert.equal((await colleague('POST', '/api/records/visit_c', {})).status, 403);
    // Nobody owns it; whoever sees it may say something about it.
    const [{ id: seen }] = (await colleague('GET', '/api/records/visit_c')).body.records;
    const said = { regarding: { object: 'visit_c', id: seen }, body: '<p>下周再去</p>' };
    await made(colleague('POST', '/api/records/comment', said));
    assert.equal((await colleague('POST', '/api/records/machine_c', { name: '叉车' })).status, 201);
  });

  it('are known to every server of a cluster at once', async () => {
    const other = await createApplication({
      ...{ pool: product.pool, registry: compose(modules, people), secret },
      baseUrl: 'http://127.0.0.1:3000',
    });
    try {
      const there = async (method: 'GET' | 'POST', url: string, payload?: object) => {
        const answer = await other.inject({ method, url, headers: ask.headers, ...(payload && { payload }) });
        return { status: answer.statusCode, body: answer.json() };
      };
      assert.equal((await there('GET', '/api/records/ship_c')).status, 404);
      await made(add({ name: 'ship', labelZh: '船舶' }));
      const ship = await there('POST', '/api/records/ship_c', { name: '远望号' });
      assert.equal(ship.status, 201, JSON.stringify(ship.body));
      assert.equal((await ask('GET', `/api/records/ship_c/${ship.body.id}`)).body.name, '远望号');
    } finally {
      await other.close();
    }
  });

  it('are imported and exported like any other', async () => {
    const csv = new TextEncoder().encode('名称,价格\n冲压机,88\n铣床,66\n');
    const job = (await bring(ask, [['设备.csv', csv]])).body;
    assert.equal(job.files[0].object, 'machine_c', 'known by its headings');
    assert.equal((await ask('POST', `/api/imports/${job.id}/run`, { dryRun: false })).status, 200);
    assert.deepEqual(counts((await settled(ask, job.id)).files[0]), {
      ...{ created: 2, updated: 0, skipped: 0, failed: 0 },
    });
    const where = encodeURIComponent(JSON.stringify({ price_c: { lt: '90' } }));
    const url = `/api/records/machine_c/export?format=csv&select=name,price_c&sort=name&where=${where}`;
    const { payload } = await product.app.inject({ method: 'GET', url, headers: ask.headers });
    assert.match(payload, /冲压机,.*88[\s\S]*铣床,.*66/);
  });

  it('tell what hangs on them before they are put away, and so do their fields', async () => {
    const settings = { where: { price_c: { gt: '100' } }, columns: ['name', 'price_c'] };
    await made(
      ask('POST', '/api/records/savedView', {
        name: '贵重设备',
        object: 'machine_c',
        kind: 'table',
        settings,
      }),
    );
    const { body } = await ask('GET', `/api/objects/${id}/consequences`);
    const told = (kind: string) => body.dependents.filter((one: { kind: string }) => one.kind === kind);
    assert.deepEqual([body.records > 2, body.fields], [true, 2]);
    assert.deepEqual(
      told('field')
        .map(({ name }: { name: string }) => name)
        .sort(),
      ['account.main_c', 'account.worth_c'],
    );
    const views = told('records').find(({ name }: { name: string }) => name === 'savedView');
    assert.deepEqual([views.count, views.examples], [1, ['贵重设备']]);
    const where = encodeURIComponent(JSON.stringify({ object: 'machine_c', name: 'price_c' }));
    const [price] = (await ask('GET', `/api/records/customField?where=${where}`)).body.records;
    const of = (await ask('GET', `/api/fields/${price.id}/consequences`)).body;
    assert.deepEqual(
      of.dependents.map(({ kind, name, examples }: Record<string, unknown>) => [kind, name, examples]),
      [
        ['field', 'worth_c', undefined],
        ['mapping', '名称|价格', undefined],
        ['records', 'savedView', ['贵重设备']],
      ],
    );
  });

  it('are deleted for good only after that, with every way that leads there', async () => {
    assert.deepEqual(refused(await ask('DELETE', `/api/objects/${id}`)), ['name putAwayFirst']);
    await ask('DELETE', `/api/records/customObject/${id}`);
    const gone = await ask('DELETE', `/api/objects/${id}`);
    assert.equal(gone.status, 204, JSON.stringify(gone.body));
    assert.equal((await ask('POST', `/api/records/customObject/${id}/restore`)).status, 404);
    const views = await ask('GET', '/api/records/savedView?count=true');
    assert.equal(views.body.count, 0);
    const again = await made(add({ name: 'machine', labelZh: '设备' }));
    assert.equal((await ask('GET', '/api/records/machine_c?count=true')).body.count, 0);
    const { fields } = await objectIn('account');
    assert.ok(!fields.some(({ name }: { name: string }) => name === 'main_c'));
    assert.equal((await ask('GET', `/api/records/account/${account}/timeline`)).status, 200);
    await ask('DELETE', `/api/records/customObject/${again.id}`);
  });

  it('ADM-05 come with the configuration: objects, their fields and what is set of them in one go', async () => {
    const configuration = {
      ...{ format: 1, settings: {} },
      records: {
        roleRight: [{ role: 'salesManager', object: 'plant_c', read: 'all' }],
        customField: [
          { object: 'plant_c', type: 'reference', name: 'customer', target: 'account', labelZh: '客户' },
          { object: 'account', type: 'reference', name: 'plant', target: 'plant_c', labelZh: '工厂' },
        ],
        customObject: [{ name: 'plant', labelZh: '工厂', icon: 'building-factory' }],
      },
    };
    const applied = await ask('POST', '/api/configuration/apply', configuration);
    assert.equal(applied.status, 200, JSON.stringify(applied.body));
    assert.equal((await ask('POST', '/api/records/plant_c', { name: '一厂' })).status, 201);
    const again = await ask('POST', '/api/configuration/plan', (await ask('GET', '/api/configuration')).body);
    assert.deepEqual(again.body, { settings: {}, records: [] });
  });
});
