import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { initialSafeguards } from '#engine/safeguards/safeguards.ts';
import { usualWeek } from '#kernel/working-time/week.ts';
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
    const tables = [
      'customField',
      'roleRight',
      'sharingRule',
      'retentionRule',
      'stage',
      'pipeline',
      'team',
      'dataHandling',
    ];
    for (const table of [...tables, 'territory']) await product.pool.query(`delete from ws_main."${table}"`);
    for (const table of ['ws_main.switched_off', 'ws_main.safeguards'])
      await product.pool.query(`delete from ${table}`);
    for (const table of ['guanxi.audit_retention', 'guanxi.sign_in_policy'])
      await product.pool.query(`delete from ${table}`);
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
  const team = fc.constant([{ name: '华东组' }]);
  /** Each within the one before it, told last first. */
  const territory = fc
    .uniqueArray(label, { maxLength: 4 })
    .map((names) =>
      names.map((name, index) => ({ name, ...(index > 0 && { parent: names[index - 1] }) })).toReversed(),
    );
  const selling = fc.uniqueArray(label, { maxLength: 2 }).map((names) => ({
    pipeline: names.map((name) => ({ name, active: true })),
    stage: names.flatMap((pipeline) => [
      { pipeline, stage: 'qualification', name: '验证', position: 1, probability: '0.2' },
      { pipeline, stage: 'proposal', name: '方案', position: 2, requiredFields: ['amount'] },
    ]),
  }));
  /** Of an object as a whole, and of a field of it. */
  const use = fc.record(
    {
      object: fc.constantFrom('account', 'contact'),
      field: fc.constantFrom('name', 'phone'),
      purpose: fc.constantFrom('relations', 'marketing'),
      ground: fc.constantFrom('permission', 'agreement'),
      months: fc.integer({ min: 1, max: 60 }),
    },
    { requiredKeys: ['object', 'months'] },
  );
  const limit = fc.option(fc.integer({ min: 0, max: 9_000 }));
  const settings = fc.record({
    workingTime: fc
      .record({
        week: fc.constant(usualWeek),
        publicHolidays: fc.constantFrom('CN', null),
        days: fc.constantFrom([], [{ from: '2026-12-24', to: '2026-12-26', name: '年会', works: false }]),
        ownHours: fc.boolean(),
      })
      .map((each) => ({ ...each })),
    auditMonths: fc.constantFrom(null, 6, 24),
    secondFactorRoles: fc.subarray(['administrator', 'salesManager']),
    safeguards: fc.record({ once: limit, listed: limit }).map(({ once, listed }) => ({
      ...initialSafeguards,
      everyone: { ...initialSafeguards.everyone, exportedAtOnce: once },
      roles: { salesManager: { ...initialSafeguards.everyone, listedPerDay: listed } },
    })),
  });
  const configuration = fc
    .record({
      customField: fc.uniqueArray(field, {
        selector: ({ name, object }) => `${object}.${name}`,
        maxLength: 3,
      }),
      roleRight: fc.uniqueArray(right, { selector: ({ role, object }) => `${role}.${object}`, maxLength: 3 }),
      sharingRule: fc.uniqueArray(rule, { selector: ({ name }) => name, maxLength: 2 }),
      dataHandling: fc.uniqueArray(use, {
        selector: ({ object, field = '' }) => `${object}.${field}`,
        maxLength: 3,
      }),
      ...{ team, territory, selling },
    })
    .map(({ selling: { pipeline, stage }, ...records }) => ({ ...records, pipeline, stage }));

  it('comes back as it went out, from an empty company as from any other, and changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(configuration, settings, async (records, set) => {
        await empty();
        const first = await apply({ ...nothing, settings: set, records });
        assert.equal(first.status, 200, JSON.stringify(first.body));
        const exported = await read();
        for (const [name, value] of Object.entries(set)) assert.deepEqual(exported.settings[name], value);
        const again = await plan(exported);
        assert.deepEqual(again.body, { settings: {}, records: [] });
        await empty();
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
      [{ ...nothing, settings: { auditMonths: 2 } }, 'settings.auditMonths'],
      [
        { ...nothing, settings: { workingTime: { week: { monday: 9 } } } },
        'settings.workingTime.week.monday',
      ],
      [{ ...nothing, settings: { secondFactorRoles: ['captain'] } }, 'settings.secondFactorRoles'],
      [{ ...nothing, settings: { safeguards: null } }, 'settings.safeguards'],
      [
        { ...nothing, settings: { safeguards: { ...initialSafeguards, roles: { captain: {} } } } },
        'settings.safeguards.roles.captain',
      ],
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

  it('brings rules that ask for fields of the company, and what they refer to, in one go', async () => {
    await empty();
    const { status, body } = await apply({
      ...nothing,
      records: {
        retentionRule: [
          { name: '三年未动', object: 'account', months: 36, where: { level_c: '普通' }, effect: 'bin' },
        ],
        customField: [{ object: 'account', type: 'text', name: 'level', labelZh: '等级' }],
        routingRule: [{ name: '华东线索', team: '华东组', regions: '上海', capacity: 20 }],
        team: [{ name: '华东组' }],
        leadForm: [{ name: '官网询价', routingRule: '华东线索' }],
        leadFormField: [{ form: '官网询价', field: 'company', position: 1 }],
      },
    });
    assert.equal(status, 200, JSON.stringify(body));
    const { records } = await read();
    assert.deepEqual(
      records.retentionRule.map(({ where }: Entry) => where),
      [{ level_c: '普通' }],
    );
    assert.equal(records.routingRule[0].team, '华东组');
    assert.equal(records.leadForm[0].routingRule, '华东线索');
    assert.equal(records.leadFormField[0].form, '官网询价');
  });

  it('switches modules as it says, keeps what is set up in those that are off, and refuses unknown ones', async () => {
    await empty();
    await apply({ ...nothing, records: { pipeline: [{ name: '渠道' }] } });
    const off = await apply({ ...nothing, settings: { switchedOff: ['sales'] } });
    assert.deepEqual(off.body.settings, { switchedOff: [[], ['sales']] });
    assert.equal((await ask('GET', '/api/records/opportunity')).status, 404);
    const { settings, records } = await read();
    assert.deepEqual([settings.switchedOff, records.pipeline[0].name], [['sales'], '渠道']);
    await apply({ ...nothing, settings: { switchedOff: [] } });
    assert.equal((await ask('GET', '/api/records/opportunity')).status, 200);
    for (const switchedOff of [['ship'], ['parties'], 'sales'])
      assert.equal(
        (await plan({ ...nothing, settings: { switchedOff } })).body.errors[0].field,
        'settings.switchedOff',
      );
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
