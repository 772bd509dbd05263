import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { defineAutomation } from '#kernel/automation.ts';
import { choice } from '#kernel/field/choice/choice.ts';
import { date } from '#kernel/field/date/date.ts';
import { dateTime, formatInstant } from '#kernel/field/date-time/date-time.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { user } from '#kernel/field/user/user.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { asSystem } from '../access/actor.ts';
import { createPool, type Database, databaseOn } from '../database/database.ts';
import { afterClockSetBack } from '../jobs/after-clock-set-back.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { listRecords, recordsIn } from '../records/list.ts';
import { readRecord } from '../records/read.ts';
import { updateRecord } from '../records/update.ts';
import { migrateWorkspace } from '../schema/migrate.ts';
import { runAutomations } from './automations.ts';
import { followLog } from './follow-log.ts';
import { listRuns, retryRun } from './list-runs.ts';

const keeper = defineObject({
  name: 'garden.keeper',
  icon: 'user',
  fields: { name: text({ required: true }) },
});

const bed = defineObject({
  name: 'garden.bed',
  icon: 'plant',
  fields: { name: text({ required: true }), lastPlanted: text(), watered: integer({ default: 0 }) },
});

const plant = defineObject({
  name: 'garden.plant',
  icon: 'leaf',
  fields: {
    name: text({ required: true }),
    bed: reference('garden.bed'),
    state: choice({ seed: 'grey', grown: 'green', dead: 'red' }, { default: 'seed' }),
    height: integer(),
    sorted: integer(),
    waterAt: dateTime(),
    pruneOn: date(),
    keeper: user(),
  },
});

const chore = defineObject({
  name: 'garden.chore',
  icon: 'checkbox',
  fields: { name: text({ required: true, maxLength: 20 }), plant: reference('garden.plant'), by: user() },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'garden.keeper': typeof keeper;
    'garden.bed': typeof bed;
    'garden.plant': typeof plant;
    'garden.chore': typeof chore;
  }
}

const automations = [
  defineAutomation({
    name: 'garden.noteLastPlanted',
    object: 'garden.plant',
    when: { on: 'created' },
    steps: [{ do: 'update', through: 'bed', values: { lastPlanted: '$record.name' } }],
  }),
  defineAutomation({
    name: 'garden.harvestWhenGrown',
    object: 'garden.plant',
    when: { on: 'updated', fields: ['state'] },
    where: { state: 'grown' },
    steps: [
      {
        do: 'create',
        object: 'garden.chore',
        values: { name: '$record.name', plant: '$record', by: '$actor' },
      },
      { do: 'wait', seconds: 3600 },
      { do: 'update', values: { state: 'dead' } },
    ],
  }),
  defineAutomation({
    name: 'garden.water',
    object: 'garden.plant',
    when: { on: 'time', field: 'waterAt', offset: -600 },
    steps: [{ do: 'create', object: 'garden.chore', values: { name: 'Water', plant: '$record' } }],
  }),
  defineAutomation({
    name: 'garden.prune',
    object: 'garden.plant',
    since: '2026-11-24T00:00:00Z',
    when: { on: 'time', field: 'pruneOn', offset: 9 * 3600 },
    steps: [{ do: 'create', object: 'garden.chore', values: { name: 'Prune', plant: '$record' } }],
  }),
  defineAutomation({
    name: 'garden.sortOut',
    object: 'garden.plant',
    when: { on: 'updated', fields: ['sorted'] },
    steps: [
      {
        do: 'branch',
        where: { height: { gte: 5 }, and: [{ state: 'seed' }, { 'bed.name': '南圃' }] },
        steps: [
          { do: 'wait', seconds: 60 },
          { do: 'create', object: 'garden.chore', values: { name: 'Tie up', plant: '$record' } },
        ],
        otherwise: [{ do: 'create', object: 'garden.chore', values: { name: 'Feed', plant: '$record' } }],
      },
      { do: 'create', object: 'garden.chore', values: { name: 'Label', plant: '$record' } },
    ],
  }),
  defineAutomation({
    name: 'garden.growAgain',
    object: 'garden.plant',
    when: { on: 'updated', fields: ['height'] },
    steps: [{ do: 'update', values: { height: 7 } }],
  }),
];

const garden = defineModule({
  name: 'garden',
  depends: [],
  objects: [{ object: keeper }, { object: bed }, { object: plant, automations }, { object: chore }],
  roles: [],
  navigation: [],
  locales: { en: {}, 'zh-CN': {} },
});

const workspace = {
  name: 'main',
  label: '植物园',
  schema: 'ws_main',
  currency: 'CNY',
  rates: { CNY: '1' },
  timeZone: 'Asia/Shanghai',
};

describe('automations', () => {
  const registry = compose([garden], 'garden.keeper');
  let pool: Pool;
  let database: Database;
  let now = Date.parse('2026-11-24T08:00:00Z');
  let me = '';

  before(async () => {
    pool = createPool(await testDatabase());
    database = databaseOn(pool);
    await migrateWorkspace(database, registry, workspace, new Date(now));
    me = (await create('keeper', { name: '林晓彤' })).id;
  });
  after(() => pool.end());

  const context = (): Context => ({
    registry,
    workspace,
    database,
    now,
    actor: { ...asSystem('test'), id: me || null },
  });
  const create = async (object: string, values: object) =>
    JSON.parse((await createRecords(context(), object, [{ values }]))[0] as string);
  const read = async (object: string, id: string) => JSON.parse(await readRecord(context(), object, id));
  const chores = async (id: string) =>
    recordsIn<Record<string, string>>(await listRecords(context(), 'chore', { where: { plant: id } }));
  /** Entries become readable when all older transactions of the server have ended, those of other tests too. */
  const behind = async () => {
    const rows = await database.run(
      `select 1 from ws_main.event e, ws_main.consumer c where c.name = 'automation' and (e.transaction, e.sequence) > (c.transaction, c.sequence) limit 1`,
    );
    return rows.length > 0;
  };
  const run = async () => {
    do await runAutomations({ registry, database }, workspace, () => now);
    while (await behind());
  };

  it('follow a change, also to the record that a reference names, and tell in the log which rule it was', async () => {
    const { id } = await create('bed', { name: '东圃' });
    await create('plant', { name: '牡丹', bed: id });
    await run();
    assert.equal((await read('bed', id)).lastPlanted, '牡丹');
    const rows = await database.run(
      'select kind, actor from ws_main.event where record = $1 order by sequence',
      [id],
    );
    assert.deepEqual(rows, [
      ['created', me],
      ['garden.noteLastPlanted', me],
    ]);
  });

  it('look at their condition, wait, and go on where they were after any time', async () => {
    const { id } = await create('plant', { name: '茶花' });
    await updateRecord(context(), 'plant', id, { name: '山茶' });
    await run();
    assert.deepEqual(await chores(id), []);
    await updateRecord(context(), 'plant', id, { state: 'grown' });
    await run();
    await run();
    assert.deepEqual(
      (await chores(id)).map(({ name, by }) => [name, by]),
      [['山茶', me]],
    );
    assert.equal((await read('plant', id)).state, 'grown');
    now += 3600_000;
    await run();
    assert.equal((await read('plant', id)).state, 'dead');
  });

  it('are done although the clock was set back after they had started, and what waits for a time goes on waiting', async () => {
    const { id } = await create('plant', { name: '牵牛' });
    await updateRecord(context(), 'plant', id, { state: 'grown' });
    now += 40 * 86_400_000;
    const late = async () => {
      do await followLog(context());
      while (await behind());
    };
    await late();
    const latest = now;
    now -= 40 * 86_400_000;
    await run();
    assert.equal((await chores(id)).length, 0);
    await afterClockSetBack(context(), latest);
    await run();
    assert.equal((await chores(id)).length, 1);
    await run();
    assert.equal((await read('plant', id)).state, 'grown');
  });

  it('go one of two ways as the record is by then, keep to it whatever comes, and say why', async () => {
    const bedId = (await create('bed', { name: '南圃' })).id;
    const [tall, low] = [
      await create('plant', { name: '竹子', height: 7, bed: bedId }),
      await create('plant', { name: '地衣', height: 1 }),
    ];
    for (const { id } of [tall, low]) await updateRecord(context(), 'plant', id, { sorted: 1 });
    await run();
    const names = async (id: string) => (await chores(id)).map(({ name }) => name).sort();
    assert.deepEqual([await names(tall.id), await names(low.id)], [[], ['Feed', 'Label']]);
    // The way is taken: a server that takes over after a crash goes on with it, whatever the record is like now.
    await updateRecord(context(), 'plant', tall.id, { height: 2 });
    now += 61_000;
    await run();
    assert.deepEqual(await names(tall.id), ['Label', 'Tie up']);
    const runs = await listRuns(context(), { state: 'done', automation: 'garden.sortOut' });
    const ways = new Map(runs.map(({ record, ways: taken }) => [record, taken]));
    assert.deepEqual(ways.get(tall.id), [{ step: 0, way: 'met', unmet: [] }]);
    assert.deepEqual(ways.get(low.id), [
      { step: 0, way: 'otherwise', unmet: [{ height: { gte: 5 } }, { 'bed.name': '南圃' }] },
    ]);
  });

  it('start once when the time in a record has come', async () => {
    const { id } = await create('plant', { name: '兰花', waterAt: formatInstant(now + 900_000) });
    await run();
    assert.equal((await chores(id)).length, 0);
    now += 301_000;
    await run();
    await run();
    assert.equal((await chores(id)).length, 1);
  });

  it('start at an hour of a day where the company is, and not for days from before they were drawn', async () => {
    const [before, next] = [
      await create('plant', { name: '桂花', pruneOn: '2026-11-23' }),
      await create('plant', { name: '腊梅', pruneOn: '2026-11-25' }),
    ];
    now = Date.parse('2026-11-25T00:59:59Z');
    await run();
    assert.equal((await chores(next.id)).length, 0);
    now += 1000;
    await run();
    await run();
    assert.equal((await chores(next.id)).length, 1);
    assert.equal((await chores(before.id)).length, 0);
  });

  it('that would start themselves do not', async () => {
    const { id } = await create('plant', { name: '竹', height: 1 });
    await updateRecord(context(), 'plant', id, { height: 3 });
    await run();
    assert.deepEqual([(await read('plant', id)).height, (await read('plant', id)).version], [7, 3]);
  });

  it('fail with a reason and can be tried again from where they stood', async () => {
    const { id } = await create('plant', {
      name: '一种名字长得根本写不进待办事项标题里去的植物',
      state: 'seed',
    });
    await updateRecord(context(), 'plant', id, { state: 'grown' });
    await run();
    const failed = await listRuns(context(), { state: 'failed', automation: undefined });
    assert.deepEqual(
      failed.map(({ record, reason }) => [record, reason]),
      [[id, 'name: tooLong']],
    );
    await updateRecord(context(), 'plant', id, { name: '长名' });
    await retryRun(context(), failed[0]?.id ?? '', formatInstant(now));
    await run();
    assert.equal((await chores(id)).length, 1);
  });

  it('are done once by two servers at work on the same log', async () => {
    const { id } = await create('bed', { name: '西圃' });
    const plants = Array.from({ length: 40 }, (_, n) =>
      create('plant', { name: `月季 ${n}`, bed: id, state: 'seed' }),
    );
    const ids = (await Promise.all(plants)).map((one) => one.id);
    await Promise.all(ids.map((one) => updateRecord(context(), 'plant', one, { state: 'grown' })));
    await Promise.all([run(), run(), run()]);
    await run();
    for (const one of ids) assert.equal((await chores(one)).length, 1);
  });
});
