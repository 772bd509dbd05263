import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reference } from '#kernel/field/reference/reference.ts';
import { Shelf, version } from './testing/shelf.ts';

const author = reference('shelf.writer' as never);
const after = reference('shelf.book' as never);
const afterNovel = reference('shelf.novel' as never);
const indexes = (path: string) => ({ indexes: [[path, '-createdAt']] });

describe('what records carry of others', () => {
  const shelf = new Shelf();

  const carried = async (table: string) =>
    shelf.database.run(`select record, value from ${shelf.schema}.${table} order by record`);
  const left = async () =>
    shelf.database.run(
      `select relname from pg_class where relnamespace = to_regnamespace($1) and relname like '%_by_%' and relname not like '%_by_name'
       union all select proname from pg_proc where pronamespace = to_regnamespace($1) and proname like '%_by_%'`,
      [shelf.schema],
    );

  it('is filled when an object asks for it, kept, and gone when nothing asks for it any more', async () => {
    const plain = version({ author, after });
    const [first, second] = await shelf.begin({ author, after }, { title: '呐喊' }, { title: '彷徨' });
    await shelf.change(plain, first, { author: shelf.writer });
    await shelf.change(plain, second as string, { after: first });
    const asking = version({ author, after }, indexes('after.author'));
    const { changes } = await shelf.planned(asking);
    assert.ok(changes.some(({ sentence }) => sentence === 'Keep beside each book the author of its after.'));
    await shelf.migrate(asking);
    assert.deepEqual(await carried('book_by_after_author'), [[second, shelf.writer]]);
    const third = await shelf.create(asking, 'book', { title: '野草', after: first });
    await shelf.change(asking, first, { author: null });
    assert.deepEqual(await carried('book_by_after_author'), [
      [second, null],
      [third, null],
    ]);
    assert.deepEqual((await shelf.planned(asking)).changes, []);
    const renamed = { ...indexes('after.writtenBy'), name: 'novel', formerly: ['book'] };
    const writtenBy = { ...author, formerly: ['author'] } as typeof author;
    const novels = version({ writtenBy, after: afterNovel }, renamed);
    await shelf.migrate(novels);
    await shelf.change(novels, first, { writtenBy: shelf.writer }, 'novel');
    assert.deepEqual(await carried('"novel_by_after_writtenBy"'), [
      [second, shelf.writer],
      [third, shelf.writer],
    ]);
    const { indexes: _, ...without } = renamed;
    const last = version({ writtenBy, after: afterNovel }, without);
    await shelf.migrate(last);
    assert.deepEqual(await left(), []);
    await shelf.change(last, first, { writtenBy: null }, 'novel');
    assert.deepEqual((await shelf.planned(last)).retired, []);
  });

  it('is asked for by a path that leads to who or what a record refers to, in the order of creation', () => {
    for (const [path, fault] of [
      ['after.title', 'names no record'],
      ['title.author', 'leads nowhere'],
      ['after.nothing', 'leads nowhere'],
    ] as const)
      assert.throws(() => version({ author, after }, indexes(path)), new RegExp(fault));
    const odd = { indexes: [['after.author', 'title']] };
    assert.throws(() => version({ author, after }, odd), /no more than a path and -createdAt/);
  });
});
