import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Pool } from 'pg';
import { asSystem } from '#engine/access/actor.ts';
import { createPool, type Database, databaseOn } from '#engine/database/database.ts';
import { findDuplicates } from '#engine/duplicates/find-duplicates.ts';
import type { Context } from '#engine/records/context.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import { date } from '#kernel/field/date/date.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { everyPair } from '#test/every-pair.ts';
import { type GoldSet, pairOf, people, products, publications, restaurants } from '#test/gold-sets.ts';

const restaurant = defineObject({
  name: 'gold.restaurant',
  icon: 'building',
  duplicates: [
    { field: 'name', kind: 'organisation', weight: 0.5 },
    { field: 'street', kind: 'street', weight: 0.35 },
    { field: 'phone', kind: 'phone', weight: 0.35 },
  ],
  fields: {
    name: text({ required: true, search: 'name' }),
    street: text(),
    phone: text({ search: 'digits' }),
  },
});
/** As the set is most often published: without the telephone numbers, that tell nearly all. */
const silent = defineObject({
  name: 'gold.silent',
  icon: 'building',
  duplicates: [
    { field: 'name', kind: 'organisation', weight: 0.5 },
    { field: 'street', kind: 'street', weight: 0.35 },
  ],
  fields: { name: text({ required: true, search: 'name' }), street: text() },
});
const person = defineObject({
  name: 'gold.person',
  icon: 'user',
  duplicates: [
    { field: 'name', kind: 'person', weight: 0.5 },
    { field: 'born', kind: 'date', weight: 0.5 },
  ],
  fields: { name: text({ required: true, search: 'name' }), born: date() },
});
const product = defineObject({
  name: 'gold.product',
  icon: 'package',
  duplicates: [
    { field: 'name', kind: 'code', weight: 0.6 },
    { field: 'name', kind: 'words', weight: 0.6 },
  ],
  fields: { name: text({ required: true, search: 'text' }) },
});
const publication = defineObject({
  name: 'gold.publication',
  icon: 'book',
  duplicates: [
    { field: 'name', kind: 'words', weight: 0.55 },
    { field: 'authors', kind: 'words', weight: 0.35 },
  ],
  fields: {
    name: text({ required: true, search: 'text' }),
    authors: text({ search: 'text', maxLength: 1000 }),
  },
});

const gold = defineModule({
  name: 'gold',
  depends: [],
  objects: [restaurant, silent, person, product, publication].map((object) => ({ object })),
  roles: [],
  navigation: [],
  locales: { en: {}, 'zh-CN': {} },
});

const workspace = {
  name: 'main',
  label: 'Gold',
  schema: 'ws_main',
  currency: 'CNY',
  rates: { CNY: '1' },
  timeZone: 'Asia/Shanghai',
};

function quality(pairs: readonly string[], { matches }: GoldSet) {
  const right = pairs.filter((pair) => matches.has(pair)).length;
  const [precision, recall] = [right / pairs.length, right / matches.size];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** The first letter of a row's key tells its source; numbers are keys of a set that has but one. */
function isBetweenSources(pair: string): boolean {
  const [one, other] = pair.split(' ');
  return one?.[0] !== other?.[0] || /^\d/.test(pair);
}

describe('CUS-14 duplicates in published sets with known matches (docs/data-quality.md)', () => {
  let pool: Pool;
  let database: Database;
  const registry = compose([gold], 'gold.restaurant');
  const context = (): Context => ({
    registry,
    workspace,
    database,
    now: Date.now(),
    actor: asSystem('test'),
  });

  before(async () => {
    pool = createPool(await testDatabase());
    database = databaseOn(pool);
    await migrateWorkspace(database, registry, workspace, new Date());
  });
  after(() => pool.end());

  /** The rows as records: by the id of each the key of its row, and the records. */
  async function recorded(object: string, { rows }: GoldSet) {
    const made = await createRecords(
      context(),
      object,
      [...rows.values()].map((values) => ({ values })),
    );
    const keys = [...rows.keys()];
    return new Map(
      made.map((json, at) => [(JSON.parse(json as string) as { id: string }).id, keys[at] ?? '']),
    );
  }

  /** Every suspicion over the whole base of which something is known; two rows of one source are no match. */
  async function measured(test: TestContext, object: string, set: GoldSet) {
    const keys = await recorded(object, set);
    const suspected = (await everyPair(context(), object)).map(({ ids: [one, other] }) =>
      pairOf(keys.get(one) ?? '', keys.get(other) ?? ''),
    );
    const pairs = suspected.filter((pair) => set.matches.has(pair) || (set.distinct?.has(pair) ?? true));
    const all = quality(pairs, set);
    const between = quality(pairs.filter(isBetweenSources), set);
    test.diagnostic(
      `${object}: precision ${all.precision.toFixed(3)}, recall ${all.recall.toFixed(3)}, F1 ${all.f1.toFixed(3)}; between sources F1 ${between.f1.toFixed(3)}`,
    );
    return { ...all, between: between.f1, keys };
  }

  /** The share of the known matches that are shown where one of the two is looked at. */
  async function seenOneByOne(
    test: TestContext,
    object: string,
    { rows, matches }: GoldSet,
    keys: ReadonlyMap<string, string>,
  ) {
    const matched = new Set([...matches].flatMap((pair) => pair.split(' ')));
    let seen = 0;
    for (const [id, key] of keys) {
      if (!matched.has(key)) continue;
      const suspects = await findDuplicates(context(), object, rows.get(key) ?? {}, id);
      seen += suspects.filter((suspect) => matches.has(pairOf(key, keys.get(suspect.id) ?? ''))).length;
    }
    const recall = seen / 2 / matches.size;
    test.diagnostic(`${object}, one by one: recall ${recall.toFixed(3)}`);
    return recall;
  }

  it('864 restaurants of two guides: F1 is at least 0.97, without telephone numbers at least 0.95', async (test) => {
    const set = await restaurants();
    assert.deepEqual([set.rows.size, set.matches.size], [864, 112]);
    const all = await measured(test, 'restaurant', set);
    assert.ok(all.f1 >= 0.97 && all.between >= 0.98, `F1 fell to ${all.f1}, ${all.between}`);
    assert.ok((await seenOneByOne(test, 'restaurant', set, all.keys)) >= 0.95);
    const silenced = new Map([...set.rows].map(([key, { phone: _, ...values }]) => [key, values]));
    const { f1 } = await measured(test, 'silent', { ...set, rows: silenced });
    assert.ok(f1 >= 0.95, `F1 fell to ${f1}`);
  });

  it('500 people with slips in names and birthdays: F1 is at least 0.98', async (test) => {
    const set = await people();
    assert.deepEqual([set.rows.size, set.matches.size], [500, 50]);
    const { f1 } = await measured(test, 'person', set);
    assert.ok(f1 >= 0.98, `F1 fell to ${f1}`);
  });

  it('505 articles of two shops by their titles alone: F1 is at least 0.83', async (test) => {
    const set = await products();
    assert.deepEqual([set.rows.size, set.matches.size], [505, 251]);
    const { f1, between } = await measured(test, 'product', set);
    assert.ok(f1 >= 0.83 && between >= 0.85, `F1 fell to ${f1}, ${between}`);
  });

  it('461 publications of two libraries: F1 is at least 0.99', async (test) => {
    const set = await publications();
    assert.deepEqual([set.rows.size, set.matches.size, set.distinct?.size], [461, 133, 110]);
    const { f1 } = await measured(test, 'publication', set);
    assert.ok(f1 >= 0.99, `F1 fell to ${f1}`);
  });
});
