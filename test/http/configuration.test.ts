import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { type Asking, type Product, startProduct } from './product.ts';

type Entry = Record<string, unknown>;

describe('ADM-05 configuration as code', () => {
  let product: Product;
  let ask: Asking;
  const read = async () => (await ask('GET', '/api/configuration')).body;
  const apply = (configuration: unknown) => ask('POST', '/api/configuration/apply', configuration);
  const plan = (configuration: unknown) => ask('POST', '/api/configuration/plan', configuration);
  const nothing = { format: 1, settings: {}, records: {} };

  before(async () => {
    product = await startProduct();
    ask = product.ask;
  });

  async function empty(): Promise<void> {
    await product.pool.query(
      'delete from ws_main."customField"; delete from ws_main."roleRight"; delete from ws_main."sharingRule"; delete from ws_main.team',
    );
  }

  const label = fc.stringMatching(/^[a-z]{3,8}$/);
  const field = fc.record({
    object: fc.constantFrom('account', 'contact', 'product'),
    type: fc.constantFrom('text', 'integer', 'date', 'boolean', 'phone'),
    name: label,
    labelZh: fc.constantFrom('行业细分', '爱好', '门店数'),
    position: fc.integer({ min: 1, max: 50 }),
  });
  const right = fc.record({
    role: fc.constantFrom('salesManager', 'salesRepresentative'),
    object: fc.constantFrom('account', 'contact', 'opportunity'),
    read: fc.constantFrom('own', 'team', 'all'),
    delete: fc.constantFrom('none', 'own'),
  });
  const rule = fc.record({
    name: label,
    object: fc.constantFrom('account', 'opportunity'),
    recipient: fc.constant({ object: 'team', name: '华东组' }),
    access: fc.constantFrom('read', 'update'),
    active: fc.boolean(),
  });
  const configuration = fc.record({
    customField: fc.uniqueArray(field, { selector: ({ name, object }) => `${object}.${name}`, maxLength: 3 }),
    roleRight: fc.uniqueArray(right, { selector: ({ role, object }) => `${role}.${object}`, maxLength: 3 }),
    sharingRule: fc.uniqueArray(rule, { selector: ({ name }) => name, maxLength: 2 }),
  });

  it('comes back as it went out, from an empty company as from any other, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(configuration, async (records) => {
        await empty();
        await ask('POST', '/api/records/team', { name: '华东组' });
        const first = await apply({ ...nothing, records });
        assert.equal(first.status, 200, JSON.stringify(first.body));
        const exported = await read();
        const again = await plan(exported);
        assert.deepEqual(again.body, { settings: {}, records: [] });
        await empty();
        await ask('POST', '/api/records/team', { name: '华东组' });
        const second = await apply(exported);
        assert.equal(second.status, 200, JSON.stringify(second.body));
        assert.deepEqual(await read(), exported);
      }),
      { numRuns: 6, seed: 20_261_126 },
    );
  });

  it('shows what would change, and writes nothing by that', async () => {
    await empty();
    const own = { object: 'account', type: 'text', name: 'hobby', labelZh: '爱好' };
    await apply({ ...nothing, records: { customField: [own] } });
    const before = await read();
    const wanted = {
      ...nothing,
      settings: { timeZone: 'Europe/London' },
      records: {
        customField: [
          { ...own, ...before.records.customField[0], labelZh: '兴趣' },
          { ...own, name: 'shops' },
        ],
        roleRight: [],
      },
    };
    const { body } = await plan(wanted);
    assert.deepEqual(body.settings, { timeZone: ['Asia/Shanghai', 'Europe/London'] });
    assert.deepEqual(
      body.records.map(({ change, key }: { change: string; key: Entry }) => [change, Object.values(key)]),
      [
        ['update', ['account', 'hobby_c']],
        ['create', ['account', 'shops_c']],
      ],
    );
    assert.deepEqual(body.records[0].fields, { labelZh: ['爱好', '兴趣'] });
    assert.deepEqual(await read(), before);
    const nameless = await plan({
      ...nothing,
      records: { customField: [{ object: 'account', type: 'text' }] },
    });
    assert.equal(nameless.body.errors[0].field, 'records.customField.0.name');
    // Written by hand, without the mark of a company's own, it is still the same field the second time.
    assert.deepEqual((await plan({ ...nothing, records: { customField: [own] } })).body.records, []);
  });

  it('is applied whole or not at all, and says where it is wrong', async () => {
    await empty();
    const before = await read();
    const { status, body } = await apply({
      ...nothing,
      settings: { timeZone: 'Europe/London' },
      records: {
        customField: [{ object: 'account', type: 'text', name: 'good', labelZh: '好' }],
        roleRight: [{ role: 'salesManager', object: 'account', read: 'everything' }],
      },
    });
    assert.deepEqual([status, body.errors[0].field], [422, 'records.roleRight.account.salesManager.read']);
    assert.deepEqual(await read(), before);
    const lost = await plan({
      ...nothing,
      records: {
        sharingRule: [{ name: '共享', object: 'account', recipient: { object: 'team', name: '无此组' } }],
      },
    });
    assert.deepEqual([lost.status, lost.body.errors[0].field], [422, 'records.sharingRule.0.recipient']);
    for (const [wrong, at] of [
      [{ format: 2 }, 'format'],
      [{ ...nothing, settings: { company: '甲' } }, 'settings.company'],
      [{ ...nothing, records: { ship: [] } }, 'records.ship'],
      [{ ...nothing, records: { roleRight: {} } }, 'records.roleRight'],
      [{ ...nothing, settings: { timeZone: 'Mars' } }, 'timeZone'],
    ] as const)
      assert.deepEqual((await apply(wrong)).body.errors[0].field, at);
  });

  it('takes nothing away: what it does not speak of is named, and stays', async () => {
    await empty();
    await apply({
      ...nothing,
      records: { roleRight: [{ role: 'salesManager', object: 'account', delete: 'none' }] },
    });
    const { body } = await apply({ ...nothing, records: { roleRight: [] } });
    assert.deepEqual(
      body.records.map(({ change }: Entry) => change),
      ['left'],
    );
    assert.equal((await read()).records.roleRight.length, 1);
  });

  it('is for administrators in person', async () => {
    const na = await product.colleague({
      name: '李娜',
      email: 'na@hengyue.example',
      roles: ['salesManager'],
    });
    assert.equal((await na('GET', '/api/configuration')).status, 403);
    assert.equal((await na('POST', '/api/configuration/apply', nothing)).status, 403);
  });
});
