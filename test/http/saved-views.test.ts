import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Asking, type Product, startProduct } from './product.ts';

type Person = Asking & { readonly id: string };

describe('ADM-02 views that people keep', () => {
  let product: Product;
  let li: Person;
  let wang: Person;

  const view = (name: string, more: object = {}) => ({
    ...{ name, object: 'account', kind: 'table' },
    settings: { base: 'all', where: { industry: 'energy' }, columns: ['name', 'owner.name'], frozen: 2 },
    ...more,
  });
  const made = async (ask: Asking, values: object) => {
    const { status, body } = await ask('POST', '/api/records/savedView', values);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  };
  const names = async (ask: Asking): Promise<readonly string[]> => {
    const { body } = await ask('GET', '/api/records/savedView?select=name&sort=name');
    return body.records.map(({ name }: { name: string }) => name);
  };

  before(async () => {
    product = await startProduct();
    const roles = ['salesRepresentative'];
    li = await product.colleague({ name: '李薇', email: 'li@hengyue.example', roles });
    wang = await product.colleague({ name: '王强', email: 'wang@hengyue.example', roles });
  });

  it('are their own until they are offered to everybody', async () => {
    const own = await made(li, view('Mine'));
    assert.deepEqual(own.settings.columns, ['name', 'owner.name']);
    assert.deepEqual([await names(li), await names(wang)], [['Mine'], []]);
    const address = `/api/records/savedView/${own.id}`;
    assert.equal((await li('PATCH', address, { everybody: true })).status, 200);
    assert.deepEqual(await names(wang), ['Mine']);
    assert.equal((await wang('PATCH', address, { name: 'Yours' })).status, 403);
    assert.equal((await wang('DELETE', address)).status, 403);
  });

  it('can be shared with one person or team, to use or to change', async () => {
    const { id } = await made(li, view('Ours'));
    const record = { object: 'savedView', id };
    const recipient = { object: 'user', id: wang.id };
    const shared = await li('POST', '/api/records/share', { record, recipient, access: 'update' });
    assert.equal(shared.status, 201, JSON.stringify(shared.body));
    assert.deepEqual(await names(wang), ['Mine', 'Ours']);
    assert.equal((await wang('PATCH', `/api/records/savedView/${id}`, { icon: 'star' })).status, 200);
  });

  it('open an object for everybody only when an administrator says so', async () => {
    const refused = await li('POST', '/api/records/savedView', view('First', { standard: true }));
    assert.deepEqual([refused.status, refused.body.errors[0].field], [422, 'standard']);
    const first = await made(product.ask, view('First', { standard: true }));
    assert.equal(first.everybody, true);
  });

  it('have one name each among those for everybody', async () => {
    const again = await product.ask('POST', '/api/records/savedView', view('First', { everybody: true }));
    assert.equal(again.status, 422);
    await made(li, view('First'));
  });

  it('keep nothing that no view understands', async () => {
    for (const [settings, field] of [
      [{ columns: 'name' }, 'settings.columns'],
      [{ colour: 'red' }, 'settings.colour'],
      [{ colors: [{ color: 'red' }] }, 'settings.colors'],
      [['name'], 'settings'],
    ] as const) {
      const { status, body } = await li('POST', '/api/records/savedView', view('Bad', { settings }));
      assert.deepEqual([status, body.errors?.[0].field], [422, field], JSON.stringify(body));
    }
  });

  it('are part of the configuration when they are for everybody', async () => {
    const { body } = await product.ask('GET', '/api/configuration');
    const told = body.records.savedView.map(({ name }: { name: string }) => name);
    assert.deepEqual(told, ['First', 'Mine']);
    assert.deepEqual(body.records.savedView[0].settings.where, { industry: 'energy' });
  });

  it('tell of each record which conditions it meets, within the rights of who asks', async () => {
    const energy = { name: '华能电力', industry: 'energy', owner: li.id };
    const account = (await product.ask('POST', '/api/records/account', energy)).body.id;
    const deal = { name: 'Turbines', account, amount: '5000', closeDate: '2026-12-31' };
    assert.equal((await product.ask('POST', '/api/records/opportunity', deal)).status, 201);
    const marks = [
      { industry: 'retail' },
      { industry: 'energy' },
      { has: { object: 'opportunity', by: 'account' } },
    ];
    const marked = (ask: Asking, asked: unknown) =>
      ask('GET', `/api/records/account?select=name&marks=${encodeURIComponent(JSON.stringify(asked))}`);
    const places = async (ask: Asking) => (await marked(ask, marks)).body.records[0].$marks;
    assert.deepEqual([await places(product.ask), await places(li)], [[1, 2], [1]]);
    const refused = [{ colour: 'red' }, 'red', Array.from({ length: 11 }, () => ({}))];
    for (const asked of [[refused[0]], refused[1], refused[2]])
      assert.equal((await marked(product.ask, asked)).status, 422);
  });

  it('count at the foot of a column what is filled in and what is not', async () => {
    await product.ask('POST', '/api/records/account', { name: '无名商行' });
    const measures = 'count,filled(industry),empty(industry),filled(owner),countDistinct(industry)';
    const { body } = await product.ask('GET', `/api/records/account/aggregate?measures=${measures}`);
    assert.deepEqual(body.groups, [
      {
        count: 2,
        'filled(industry)': 1,
        'empty(industry)': 1,
        'filled(owner)': 2,
        'countDistinct(industry)': 1,
      },
    ]);
  });

  it('have the values of a choice in the order in which they are declared, page by page', async () => {
    for (const priority of ['high', 'low', 'normal', 'low'])
      await product.ask('POST', '/api/records/task', { subject: '排序', priority });
    const read = async (sort: string) => {
      const found: string[] = [];
      for (let cursor = ''; ; ) {
        const url = `/api/records/task?select=priority&sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`;
        const { body } = await product.ask('GET', url);
        found.push(...body.records.map(({ priority }: { priority: string }) => priority));
        if (body.next === undefined) return found;
        cursor = body.next;
      }
    };
    const declared = ['low', 'low', 'normal', 'high'];
    assert.deepEqual(await read('priority'), declared);
    assert.deepEqual(await read('-priority'), declared.toReversed());
  });
});
