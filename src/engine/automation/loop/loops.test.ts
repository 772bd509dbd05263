import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { type Automation, defineAutomation, type Step } from '#kernel/automation.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { asSystem } from '../../access/actor.ts';
import { createPool, type Database, databaseOn } from '../../database/database.ts';
import type { Context } from '../../records/context.ts';
import { createRecords } from '../../records/create.ts';
import { listRecords, recordsIn } from '../../records/list.ts';
import { updateRecord } from '../../records/update.ts';
import { migrateWorkspace } from '../../schema/migrate.ts';
import { runAutomations } from '../automations.ts';
import { followLog } from '../follow-log.ts';
import { listRuns, retryRun } from '../list-runs.ts';

const bee = defineObject({ name: 'apiary.bee', icon: 'user', fields: { name: text({ required: true }) } });
const hive = defineObject({
  name: 'apiary.hive',
  icon: 'home',
  fields: { name: text({ required: true }), told: text() },
});
const comb = defineObject({
  name: 'apiary.comb',
  icon: 'hexagon',
  fields: {
    name: text({ required: true }),
    hive: reference('apiary.hive'),
    weight: integer(),
    note: text({ maxLength: 12 }),
  },
});
const jar = defineObject({
  name: 'apiary.jar',
  icon: 'bottle',
  fields: { name: text({ required: true }), comb: reference('apiary.comb'), kind: text() },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'apiary.bee': typeof bee;
    'apiary.hive': typeof hive;
    'apiary.comb': typeof comb;
    'apiary.jar': typeof jar;
  }
}

const overCombs = (steps: readonly Step[], limit = 1000): Step => ({
  ...{ key: 'a', do: 'forEach', object: 'apiary.comb', matching: { hive: '$record' }, sort: '-weight,name' },
  ...{ limit, steps },
});
const onHive = (name: string, told: string, ...steps: readonly Step[]): Automation =>
  defineAutomation({
    ...{ name: `apiary.${name}`, object: 'apiary.hive', when: { on: 'updated', fields: ['told'] } },
    ...{ where: { told }, steps },
  });
const fill = (kind: string): Step => ({
  ...{ do: 'create', object: 'apiary.jar' },
  values: { name: '$text:{$start.name} {name}', comb: '$record', kind },
});
const onJar = (name: string, kind: string, made: string): Automation =>
  defineAutomation({
    ...{ name: `apiary.${name}`, object: 'apiary.jar', when: { on: 'created' }, where: { kind } },
    steps: [{ do: 'forEach', object: 'apiary.comb', matching: {}, limit: 2, steps: [fill(made)] }],
  });

const automations = [
  onHive('harvest', 'harvest', overCombs([fill('honey'), { do: 'update', values: { note: '$start.name' } }])),
  onHive(
    'label',
    'label',
    overCombs([
      fill('label'),
      {
        ...{ do: 'branch', where: { weight: { gte: 5 } } },
        steps: [{ do: 'update', values: { note: '$record.name' } }],
        otherwise: [{ do: 'update', through: 'hive', values: { told: '$record.name' } }],
      },
    ]),
    { key: 'z', do: 'update', values: { told: 'labelled' } },
  ),
  onHive('best', 'best', overCombs([fill('best')], 2)),
  onJar('there', 'ping', 'pong'),
  onJar('back', 'pong', 'ping'),
];

const apiary = defineModule({
  ...{ name: 'apiary', depends: [], roles: [], navigation: [], locales: { en: {}, 'zh-CN': {} } },
  objects: [{ object: bee }, { object: hive, automations }, { object: comb }, { object: jar }],
});

const workspace = {
  ...{ name: 'main', label: '蜂场', schema: 'ws_main', currency: 'CNY', rates: { CNY: '1' } },
  timeZone: 'Asia/Shanghai',
};

/** The server is gone in the middle of a transaction, or after it and before it knew. */
class Killed extends Error {}

describe('WFL-01 a loop of an automation', () => {
  const registry = compose([apiary], 'apiary.bee');
  let pool: Pool;
  let database: Database;
  let now = Date.parse('2026-11-27T08:00:00Z');

  before(async () => {
    pool = createPool(await testDatabase());
    database = databaseOn(pool);
    await migrateWorkspace(database, registry, workspace, new Date(now));
  });
  after(() => pool.end());

  const context = (): Context => ({ registry, workspace, database, now, actor: asSystem('test') });
  const create = async (object: string, ...values: readonly object[]): Promise<readonly string[]> =>
    (
      await createRecords(
        context(),
        object,
        values.map((each) => ({ values: each })),
      )
    ).map((made) => JSON.parse(made).id);
  const all = async (object: string, where: object) =>
    recordsIn<Record<string, string>>(
      await listRecords(context(), object, { where, limit: 1000, sort: 'name' }),
    );
  const hiveWith = async (name: string, ...combs: readonly object[]): Promise<string> => {
    const [id = ''] = await create('hive', { name });
    await create('comb', ...combs.map((each) => ({ ...each, hive: id })));
    return id;
  };
  const behind = async () => {
    const rows = await database.run(
      `select 1 from ws_main.event e, ws_main.consumer c where c.name = 'automation' and (e.transaction, e.sequence) > (c.transaction, c.sequence) limit 1`,
    );
    return rows.length > 0;
  };
  const turn = (on: Database = database) => runAutomations({ registry, database: on }, workspace, () => now);
  const run = async () => {
    do await turn();
    while (await behind());
  };
  /** Starts what follows and does nothing of it: entries become readable when other tests on the server let them. */
  const begin = async () => {
    do await followLog(context());
    while (await behind());
  };
  const tell = async (id: string, told: string) => {
    await updateRecord(context(), 'hive', id, { told });
    await run();
  };
  const runOf = async (automation: string, record: string) =>
    (await listRuns(context(), { state: undefined, automation: `apiary.${automation}` })).find(
      (each) => each.record === record,
    );

  it('does its steps once for each record, whenever the server is killed, and goes on where it was', async () => {
    const combs = Array.from({ length: 120 }, (_, n) => ({ name: `脾${n}`, weight: n }));
    const id = await hiveWith('东场', ...combs);
    await updateRecord(context(), 'hive', id, { told: 'harvest' });
    await begin();
    let deaths = 0;
    let transactions = 0;
    const dying: Database = {
      ...database,
      transaction: async (work) => {
        // In no rhythm, so that everything dies once before it is committed and once after.
        const place = (++transactions * 7919) % 13;
        if (place < 4)
          return database.transaction(async (inner) => {
            await work(inner);
            throw new Killed();
          });
        const result = await database.transaction(work);
        if (place > 9) throw new Killed();
        return result;
      },
    };
    while ((await runOf('harvest', id))?.state !== 'done') {
      assert.ok(deaths < 100, 'it does not come along');
      try {
        await turn(dying);
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        deaths++;
      }
      now += 60_000;
    }
    assert.ok(deaths >= 4, `${deaths} deaths`);
    await run();
    const jars = await all('jar', { kind: 'honey' });
    assert.deepEqual(jars.map(({ name }) => name).sort(), combs.map(({ name }) => `东场 ${name}`).sort());
    assert.equal((await all('comb', { hive: id, note: '东场' })).length, 120);
    const came = await runOf('harvest', id);
    const [{ total, done, failed, waiting } = {} as never] = came?.loops ?? [];
    assert.deepEqual([total, done, failed, waiting], [120, 120, 0, 0]);
  });

  it('costs few statements for many records', async () => {
    const id = await hiveWith('西场', ...Array.from({ length: 100 }, (_, n) => ({ name: `格${n}` })));
    await updateRecord(context(), 'hive', id, { told: 'harvest' });
    await begin();
    let statements = 0;
    const counted = (inner: Database): Database => ({
      ...inner,
      run: (...given) => {
        statements++;
        return inner.run(...given);
      },
      bytes: (...given) => {
        statements++;
        return inner.bytes(...given);
      },
      transaction: (work) => inner.transaction((within) => work(counted(within))),
    });
    await turn(counted(database));
    assert.equal((await all('comb', { hive: id, note: '西场' })).length, 100);
    assert.ok(statements < 80, `${statements} statements for 200 records that were written`);
  });

  it('stops for one that is refused, tells which and why, does the others, and does only that one when tried again', async () => {
    const id = await hiveWith(
      '南场',
      { name: '重的', weight: 9 },
      { name: '名字长得备注里根本写不下的一脾', weight: 7 },
      { name: '轻的', weight: 1 },
    );
    await tell(id, 'label');
    const failed = await runOf('label', id);
    assert.deepEqual([failed?.state, failed?.reason], ['failed', 'rounds']);
    const [loop] = failed?.loops ?? [];
    assert.deepEqual([loop?.done, loop?.failed], [2, 1]);
    assert.deepEqual(
      loop?.failures.map(({ state, complaints }) => [
        state,
        complaints?.map(({ field, code }) => [field, code]),
      ]),
      [['failed', [['note', 'tooLong']]]],
    );
    const labels = async () => (await all('jar', { kind: 'label' })).map(({ name }) => name).sort();
    // Nothing of the round that was refused stayed.
    assert.deepEqual(await labels(), ['南场 轻的', '南场 重的']);
    assert.equal((await all('hive', { id }))[0]?.told, '轻的');
    const record = loop?.failures[0]?.record ?? '';
    await updateRecord(context(), 'comb', record, { name: '改短了' });
    await retryRun(context(), failed?.id ?? '', new Date(now).toISOString());
    await run();
    assert.deepEqual(await labels(), ['南场 改短了', '南场 轻的', '南场 重的']);
    assert.deepEqual(
      [(await runOf('label', id))?.state, (await all('hive', { id }))[0]?.told],
      ['done', 'labelled'],
    );
  });

  it('goes over the first in its order up to its limit, and says how many there were', async () => {
    const id = await hiveWith('北场', ...[3, 9, 7].map((weight) => ({ name: `${weight}斤`, weight })));
    await tell(id, 'best');
    assert.deepEqual(
      (await all('jar', { kind: 'best' })).map(({ name }) => name),
      ['北场 7斤', '北场 9斤'],
    );
    const [loop] = (await runOf('best', id))?.loops ?? [];
    assert.deepEqual([loop?.total, loop?.done], [3, 2]);
  });

  it('that sets off another, which sets it off, comes to an end', async () => {
    await create('jar', { name: '第一罐', kind: 'ping' });
    await run();
    const kinds = async (kind: string) => (await all('jar', { kind })).length;
    assert.deepEqual([await kinds('pong'), await kinds('ping')], [2, 1 + 4]);
    const chained = await listRuns(context(), { state: 'failed', automation: 'apiary.there' });
    assert.deepEqual(
      chained.map(({ reason }) => reason),
      ['chain', 'chain', 'chain', 'chain'],
    );
  });
});
