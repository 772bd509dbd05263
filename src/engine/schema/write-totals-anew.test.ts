import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { boolean } from '#kernel/field/boolean/boolean.ts';
import type { Total } from '#kernel/field/field.ts';
import { money } from '#kernel/field/money/money.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import type { ObjectName } from '#kernel/object-name.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { type Declared, Shelf, version } from './testing/shelf.ts';

/** Books, of which some are parts of a series and add to its price. */
const book: Declared = {
  series: reference('shelf.book' as ObjectName),
  price: money(),
  lost: boolean({ default: false }),
};
const totalWith = (more: Partial<Total>): Declared => ({
  ...book,
  worth: money({ total: { object: 'shelf.book', by: 'series', field: 'price', ...more } }),
});
const yuan = (amount: string) => ({ amount, currency: 'CNY' });

describe('a total that is defined otherwise than before', () => {
  const shelf = new Shelf();
  const [first, second] = [version(totalWith({})), version(totalWith({ where: { lost: false } }))];

  /** A series of two volumes, of which one is lost, under a version with these fields. */
  async function series(fields: Declared, price: object = yuan('2.00')): Promise<string> {
    const [id] = await shelf.begin(fields, { title: '鲁迅全集' });
    const under = version(fields);
    await shelf.create(under, 'book', { title: '呐喊', series: id, price: yuan('1.50') });
    await shelf.create(under, 'book', { title: '彷徨', series: id, price, lost: true });
    return id;
  }

  it('is added up anew by the migration, once, and the change is in the log', async () => {
    const id = await series(totalWith({}));
    assert.deepEqual((await shelf.read(first, 'book', id)).worth, yuan('3.50'));
    assert.deepEqual((await shelf.planned(second)).changes, [
      { sentence: 'Add up book.worth anew.', statements: [] },
    ]);
    await shelf.migrate(second);
    const { worth, version: number } = await shelf.read(second, 'book', id);
    assert.deepEqual(worth, yuan('1.50'));
    assert.deepEqual((await shelf.planned(second)).changes, []);
    await shelf.migrate(second);
    assert.equal((await shelf.read(second, 'book', id)).version, number);
    const { entries } = await readTimeline(shelf.context(second), 'book', id, { limit: 10 });
    assert.ok(JSON.stringify(entries).includes('"1.50"'), JSON.stringify(entries));
  });

  it('is filled in where it is new', async () => {
    const id = await series(book);
    await shelf.migrate(second);
    assert.deepEqual((await shelf.read(second, 'book', id)).worth, yuan('1.50'));
  });

  it('leaves alone what adds up to the same, even if a rule of today would not let it be written', async () => {
    const id = await series(totalWith({}));
    const rules = [{ field: 'title', code: 'negative', when: { title: '呐喊' } }];
    const strict = version(totalWith({ where: { lost: false } }), { rules });
    await shelf.migrate(strict);
    assert.deepEqual((await shelf.read(strict, 'book', id)).worth, yuan('1.50'));
  });

  it('stands in the way, with the record’s name, where it cannot be added up', async () => {
    const id = await series(book, { amount: '2.00', currency: 'XTS' });
    const before = await shelf.everything();
    await assert.rejects(
      shelf.migrate(first),
      new RegExp(`^.*book\\.worth cannot be added up anew in 鲁迅全集 \\(${id}\\): price: mixedCurrencies`),
    );
    assert.equal(await shelf.everything(), before);
  });
});
