import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Pool } from 'pg';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { phone } from '#kernel/field/phone/phone.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { text } from '#kernel/field/text/text.ts';
import { defineModule } from '#kernel/module.ts';
import { defineObject } from '#kernel/object.ts';
import { Refusal } from '#kernel/problem.ts';
import { compose } from '#kernel/registry.ts';
import { regardable } from '#kernel/traits/regardable.ts';
import { testDatabase } from '#test/database.ts';
import { everyPair } from '#test/every-pair.ts';
import { asSystem } from '../access/actor.ts';
import { createPool, type Database, databaseOn } from '../database/database.ts';
import type { Context } from '../records/context.ts';
import { createRecords } from '../records/create.ts';
import { readRecord } from '../records/read.ts';
import { updateRecord } from '../records/update.ts';
import { migrateWorkspace } from '../schema/migrate.ts';
import { findDuplicates } from './find-duplicates.ts';
import { mergeRecords } from './merge-records.ts';
import { undoMerge } from './undo-merge.ts';

const author = defineObject({
  name: 'books.author',
  icon: 'user',
  traits: [regardable],
  fields: {
    name: text({ required: true, search: 'name' }),
    phone: phone({ search: 'digits' }),
    city: text(),
    mentor: reference('books.author', { acyclic: true }),
  },
  duplicates: [
    { field: 'name', kind: 'person', weight: 0.6 },
    { field: 'phone', kind: 'phone', weight: 0.8 },
  ],
});
const novel = defineObject({
  name: 'books.novel',
  icon: 'book',
  fields: {
    name: text({ required: true }),
    author: reference('books.author'),
    helpers: manyToMany('books.author'),
  },
});
const prize = defineObject({
  name: 'books.prize',
  icon: 'medal',
  fields: { name: text({ required: true }), author: reference('books.author') },
  unique: [['name', 'author']],
});
const letter = defineObject({
  name: 'books.letter',
  icon: 'mail',
  fields: { name: text({ required: true }), about: regarding() },
});

declare module '#kernel/object-name.ts' {
  interface Objects {
    'books.author': typeof author;
    'books.novel': typeof novel;
    'books.prize': typeof prize;
    'books.letter': typeof letter;
  }
}

const books = defineModule({
  name: 'books',
  depends: [],
  objects: [author, novel, prize, letter].map((object) => ({ object })),
  roles: [],
  navigation: [],
  locales: { en: {}, 'zh-CN': {} },
});

const workspace = {
  name: 'main',
  label: '书局',
  schema: 'ws_main',
  currency: 'CNY',
  rates: { CNY: '1' },
  timeZone: 'Asia/Shanghai',
};

describe('CUS-14 duplicates', () => {
  let pool: Pool;
  let database: Database;
  const registry = compose([books], 'books.author');

  before(async () => {
    pool = createPool(await testDatabase());
    database = databaseOn(pool);
    await migrateWorkspace(database, registry, workspace, new Date());
  });
  after(() => pool.end());

  const context = (): Context => ({
    registry,
    workspace,
    database,
    now: Date.now(),
    actor: asSystem('test'),
  });
  const create = async (object: string, values: object) =>
    JSON.parse((await createRecords(context(), object, [{ values }]))[0] as string);
  const read = async (object: string, id: string) => JSON.parse(await readRecord(context(), object, id));

  it('are found by name in characters or pinyin and by telephone, and weighed', async () => {
    const { id } = await create('author', { name: '沈从文', phone: '+86 138-0013-8000' });
    await create('author', { name: '沈复' });
    const same = await findDuplicates(context(), 'author', { name: 'Shen Congwen', phone: '13800138000' });
    assert.deepEqual(
      same.map(({ id: found, score }) => [found, score > 0.9]),
      [[id, true]],
    );
    assert.deepEqual(await findDuplicates(context(), 'author', { name: '巴金', phone: '13900001111' }), []);
    assert.deepEqual(await findDuplicates(context(), 'author', { name: '沈从文' }, id), []);
  });

  it('are found over the whole base', async () => {
    const one = await create('author', { name: '张爱玲', phone: '021-63331234' });
    const other = await create('author', { name: 'Zhang Ailing', phone: '+86 21 6333 1234' });
    const pairs = await everyPair(context(), 'author');
    const found = pairs.find(({ ids }) => ids.includes(one.id));
    assert.deepEqual(found?.ids, [one.id, other.id].sort());
  });

  it('merge: everything moves to the survivor, chosen values are taken, and the merge can be undone', async () => {
    const keep = await create('author', { name: '周树人', city: '绍兴' });
    const gone = await create('author', { name: '鲁迅', city: '北京', phone: '13700001111' });
    const pupil = await create('author', { name: '萧红', mentor: gone.id });
    await updateRecord(context(), 'author', keep.id, { mentor: gone.id });
    const novelled = await create('novel', { name: '呐喊', author: gone.id, helpers: [gone.id, pupil.id] });
    const shared = { name: '文学奖' };
    await create('prize', { ...shared, author: keep.id });
    const doubled = await create('prize', { ...shared, author: gone.id });
    const about = await create('letter', { name: '两地书', about: { object: 'author', id: gone.id } });

    const merged = JSON.parse(
      await mergeRecords(context(), 'author', keep.id, [gone.id], { name: '鲁迅', phone: '13700001111' }),
    );
    assert.deepEqual([merged.name, merged.city, merged.mentor], ['鲁迅', '绍兴', null]);
    assert.equal((await read('author', pupil.id)).mentor, keep.id);
    const moved = await read('novel', novelled.id);
    assert.deepEqual([moved.author, moved.helpers.toSorted()], [keep.id, [keep.id, pupil.id].sort()]);
    assert.deepEqual((await read('letter', about.id)).about, { object: 'author', id: keep.id });
    await assert.rejects(read('author', gone.id), (error: Refusal) => error.kind === 'notFound');
    await assert.rejects(read('prize', doubled.id), (error: Refusal) => error.kind === 'notFound');

    await updateRecord(context(), 'novel', novelled.id, { name: '呐喊（修订）' });
    const back = JSON.parse(await undoMerge(context(), 'author', keep.id));
    assert.deepEqual([back.name, back.phone, back.mentor], ['周树人', null, gone.id]);
    assert.equal((await read('author', gone.id)).phone, merged.phone);
    assert.equal((await read('author', pupil.id)).mentor, gone.id);
    const returned = await read('novel', novelled.id);
    assert.deepEqual(
      [returned.name, returned.author, returned.helpers.toSorted()],
      ['呐喊（修订）', gone.id, [gone.id, pupil.id].sort()],
    );
    assert.equal((await read('prize', doubled.id)).author, gone.id);
    await assert.rejects(undoMerge(context(), 'author', keep.id), Refusal);
  });

  it('refuse to merge a record with itself, with nothing, and with what does not exist', async () => {
    const { id } = await create('author', { name: '老舍' });
    const codes = async (others: readonly string[]) =>
      mergeRecords(context(), 'author', id, others, {}).then(
        () => [],
        (error: Refusal) => [error.kind, ...error.complaints.map(({ code }) => code)],
      );
    assert.deepEqual(await codes([]), ['invalid', 'required']);
    assert.deepEqual(await codes([id]), ['invalid', 'notUnique']);
    assert.deepEqual(await codes(['01900000-0000-7000-8000-000000000000']), ['notFound']);
  });
});
