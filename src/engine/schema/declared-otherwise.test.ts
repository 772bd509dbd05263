import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choice } from '#kernel/field/choice/choice.ts';
import { decimal } from '#kernel/field/decimal/decimal.ts';
import { integer } from '#kernel/field/integer/integer.ts';
import { longText } from '#kernel/field/long-text/long-text.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { money } from '#kernel/field/money/money.ts';
import { multiChoice } from '#kernel/field/multi-choice/multi-choice.ts';
import { reference } from '#kernel/field/reference/reference.ts';
import { regarding } from '#kernel/field/regarding/regarding.ts';
import { richText } from '#kernel/field/rich-text/rich-text.ts';
import { text } from '#kernel/field/text/text.ts';
import { updateRecord } from '../records/update.ts';
import { readTimeline } from '../timeline/read-timeline.ts';
import { namesSentence } from './names-inside.ts';
import { Shelf, version } from './testing/shelf.ts';

describe('what is declared otherwise', () => {
  const shelf = new Shelf();

  it('renames fields of every kind with their values, indexes, lists and history', async () => {
    const [id] = await shelf.begin(
      {
        cost: money({ indexed: true }),
        by: manyToMany('shelf.writer'),
        shelfMark: text({ unique: true }),
      },
      { title: '呐喊', cost: { amount: '12.50', currency: 'CNY' }, shelfMark: 'L-1' },
    );
    const second = version({
      price: money({ indexed: true, formerly: ['cost'] }),
      writers: manyToMany('shelf.writer', { formerly: ['by'] }),
      mark: text({ unique: true, formerly: ['shelfMark'] }),
    });
    await updateRecord(
      shelf.context(version({ cost: money(), by: manyToMany('shelf.writer') })),
      'book',
      id,
      {
        by: [shelf.writer],
      },
    );
    const { changes, retired } = await shelf.planned(second);
    assert.deepEqual(retired, []);
    const sentences = changes.map(({ sentence }) => sentence).filter((sentence) => !/index/.test(sentence));
    assert.deepEqual(sentences, [
      'Rename the field book.cost to price; its values stay.',
      'Rename the field book.by to book.writers; what it lists stays.',
      'Rename the field book.shelfMark to mark; its values stay.',
      namesSentence,
    ]);
    assert.ok(changes.some(({ sentence }) => sentence === 'Rename the index book_cost to book_price.'));
    await shelf.migrate(second);
    assert.deepEqual((await shelf.planned(second)).changes, []);
    const { price, writers, mark } = await shelf.read(second, 'book', id);
    assert.deepEqual(
      { price, writers, mark },
      { price: { amount: '12.50', currency: 'CNY' }, writers: [shelf.writer], mark: 'L-1' },
    );
    await assert.rejects(shelf.create(second, 'book', { title: '彷徨', mark: 'L-1' }), /mark: notUnique/);
    const { entries } = await readTimeline(shelf.context(second), 'book', id, { limit: 10 });
    assert.deepEqual(
      entries.map(({ kind, changes: told }) => [kind, told.map(({ field }) => field).sort()]),
      [
        ['updated', ['writers']],
        ['created', ['mark', 'price', 'title']],
      ],
    );
  });

  it('renames an object with its records, lists, what refers to it and its history', async () => {
    const fields = { writers: manyToMany('shelf.writer'), number: text({ unique: true }) };
    const [id] = await shelf.begin(fields, { title: '呐喊', number: '1' });
    const first = version(fields);
    await updateRecord(shelf.context(first), 'book', id, { writers: [shelf.writer] });
    const remark = await shelf.create(first, 'remark', { name: '好书', about: { object: 'book', id } });
    const second = version(fields, { name: 'volume', formerly: ['book'] });
    await shelf.migrate(second);
    assert.deepEqual(await shelf.planned(second), { changes: [], obstacles: [], retired: [] });
    assert.deepEqual((await shelf.read(second, 'volume', id)).writers, [shelf.writer]);
    assert.deepEqual((await shelf.read(second, 'remark', remark)).about, { object: 'volume', id });
    const { entries } = await readTimeline(shelf.context(second), 'volume', id, { limit: 10 });
    assert.deepEqual(
      entries.map(({ object, kind }) => [object, kind]),
      [
        ['remark', 'created'],
        ['volume', 'updated'],
        ['volume', 'created'],
      ],
    );
    const only = await readTimeline(shelf.context(second), 'volume', id, { limit: 10, kinds: ['volume'] });
    assert.equal(only.entries.length, 2);
  });

  it('changes types where every value says the same afterwards', async () => {
    const [id, other] = await shelf.begin(
      {
        pages: integer(),
        weight: decimal({ scale: 1 }),
        state: choice({ new: 'grey', old: 'red' }),
        genre: choice({ story: 'grey', essay: 'red' }),
        blurb: longText(),
        shortBlurb: text(),
        writer: reference('shelf.writer'),
        about: reference('shelf.writer'),
      },
      {
        ...{
          title: '呐喊',
          pages: 250,
          weight: '0.3',
          state: 'new',
          genre: 'story',
          blurb: '短篇 <小说> & 集\n1923',
        },
        shortBlurb: '短篇',
      },
      { title: '彷徨' },
    );
    await updateRecord(
      shelf.context(version({ writer: reference('shelf.writer'), about: reference('shelf.writer') })),
      'book',
      id,
      {
        ...{ writer: shelf.writer, about: shelf.writer },
      },
    );
    const second = version({
      pages: decimal({ scale: 2 }),
      weight: decimal({ scale: 3 }),
      state: text(),
      genre: multiChoice({ story: 'grey', essay: 'red' }),
      blurb: richText(),
      shortBlurb: longText(),
      writer: manyToMany('shelf.writer'),
      about: regarding(),
    });
    await shelf.migrate(second);
    assert.deepEqual(await shelf.planned(second), { changes: [], obstacles: [], retired: [] });
    const {
      pages,
      weight,
      state,
      genre,
      blurb,
      shortBlurb,
      writer: by,
      about,
    } = await shelf.read(second, 'book', id);
    assert.deepEqual(
      { pages, weight, state, genre, blurb, shortBlurb, by, about },
      {
        ...{ pages: '250.00', weight: '0.300', state: 'new', genre: ['story'] },
        ...{ blurb: '<p>短篇 &lt;小说&gt; &amp; 集<br>1923</p>', shortBlurb: '短篇', by: [shelf.writer] },
        about: { object: 'writer', id: shelf.writer },
      },
    );
    assert.equal((await shelf.read(second, 'book', other as string)).writer, null);
    assert.equal((await readTimeline(shelf.context(second), 'book', id, { limit: 10 })).entries.length, 2);
    const third = version({
      ...{ pages: integer(), weight: decimal({ scale: 1 }), state: choice({ new: 'grey' }) },
      ...{
        genre: choice({ story: 'grey' }),
        writer: reference('shelf.writer'),
        about: reference('shelf.writer'),
      },
      ...{ blurb: richText(), shortBlurb: longText() },
    });
    await shelf.migrate(third);
    const back = await shelf.read(third, 'book', id);
    assert.deepEqual([back.pages, back.weight, back.state, back.genre], [250, '0.3', 'new', 'story']);
    assert.deepEqual([back.writer, back.about], [shelf.writer, shelf.writer]);
  });

  it('refuses what would lose values, names the records, and leaves everything as it was', async () => {
    const [id] = await shelf.begin(
      {
        weight: decimal({ scale: 1 }),
        state: choice({ new: 'grey', old: 'red' }),
        blurb: text(),
        by: manyToMany('shelf.writer'),
      },
      { title: '呐喊', weight: '0.3', state: 'old', blurb: 'a blurb of some length' },
      { title: '彷徨', weight: '2', blurb: 'short' },
    );
    const second = await shelf.create(version({}), 'writer', { name: '茅盾' });
    await updateRecord(shelf.context(version({ by: manyToMany('shelf.writer') })), 'book', id, {
      by: [shelf.writer, second],
    });
    const untouched = await shelf.everything();
    const refused = version({
      weight: integer(),
      state: choice({ new: 'grey' }),
      blurb: text({ maxLength: 10 }),
      by: reference('shelf.writer'),
      added: text(),
    });
    const { obstacles } = await shelf.planned(refused);
    assert.equal(obstacles.length, 4);
    assert.match(
      obstacles[0] ?? '',
      /^book\.weight has been decimal and is declared as integer now, which 1 of its values do not fit: 呐喊 \(/,
    );
    assert.match(obstacles[1] ?? '', /^book\.state .*呐喊/);
    assert.match(obstacles[2] ?? '', /^book\.blurb .*呐喊/);
    assert.match(obstacles[3] ?? '', /^book\.by would lose what 1 records have there: 呐喊/);
    await assert.rejects(shelf.migrate(refused), /book\.weight/);
    assert.equal(await shelf.everything(), untouched);
    const impossible = version({
      weight: decimal({ scale: 1 }),
      state: integer(),
      by: manyToMany('shelf.writer'),
    });
    assert.match(
      (await shelf.planned(impossible)).obstacles[0] ?? '',
      /book\.state has been choice and is declared as integer/,
    );
  });

  it('demands nothing that records do not have: required and unique are refused with their names', async () => {
    await shelf.begin(
      { isbn: text(), year: integer() },
      { title: '呐喊', isbn: '1', year: 1923 },
      { title: '彷徨', isbn: '1' },
    );
    const { obstacles } = await shelf.planned(
      version({
        isbn: text({ unique: true }),
        year: integer({ required: true }),
        publisher: text({ required: true }),
      }),
    );
    assert.equal(obstacles.length, 3);
    assert.match(obstacles[0] ?? '', /^book\.year is required now, and 1 records have none: 彷徨 \(/);
    assert.match(obstacles[1] ?? '', /^book\.publisher is required now, and 2 records have none/);
    assert.match(
      obstacles[2] ?? '',
      /^book\.isbn must be unique, and 1 values are there more than once: 1 \(2×\)/,
    );
    const filled = version({
      isbn: text(),
      year: integer(),
      language: choice({ zh: 'red', en: 'blue' }, { required: true, default: 'zh' }),
    });
    await shelf.migrate(filled);
    const rows = await shelf.database.run(`select distinct language from "${shelf.schema}".book`);
    assert.deepEqual(rows, [['zh']]);
  });

  it('keeps the newest of records that set up the same and are to be unique, and puts the others into the bin', async () => {
    const [old, other, latest] = await shelf.begin(
      { kind: text(), place: text() },
      { title: '一', kind: 'a', place: 'x' },
      { title: '二', kind: 'b', place: 'x' },
      { title: '三', kind: 'a', place: 'x' },
    );
    const unique = version(
      { kind: text(), place: text() },
      { configures: true, unique: [['kind', 'place']] },
    );
    const { obstacles, changes } = await shelf.planned(unique);
    assert.deepEqual(obstacles, []);
    assert.match(
      String(changes[0]?.sentence),
      /^Keep of records of book with the same kind and place the newest/,
    );
    await shelf.migrate(unique);
    assert.deepEqual((await shelf.planned(unique)).changes, []);
    const rows = await shelf.database.run(
      `select id from "${shelf.schema}".book where "deletedAt" is null order by title`,
    );
    assert.deepEqual(rows.map(([id]) => id).sort(), [other, latest].sort());
    const { entries } = await readTimeline(shelf.context(unique), 'book', String(latest), { limit: 10 });
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['created'],
    );
    const gone = await shelf.database.run(
      `select kind, version::text from "${shelf.schema}".event where record = $1 order by sequence`,
      [old],
    );
    assert.deepEqual(gone, [
      ['created', '1'],
      ['deleted', '2'],
    ]);
  });

  it('finds values again when a field is declared anew', async () => {
    const [id] = await shelf.begin({ fax: text() }, { title: '呐喊', fax: '1' });
    await shelf.migrate(version({}));
    const again = version({ fax: text() });
    await shelf.migrate(again);
    assert.equal((await shelf.read(again, 'book', id)).fax, '1');
  });
});
