import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { integer } from '#kernel/field/integer/integer.ts';
import { manyToMany } from '#kernel/field/many-to-many/many-to-many.ts';
import { money } from '#kernel/field/money/money.ts';
import { text } from '#kernel/field/text/text.ts';
import type { Registry } from '#kernel/registry.ts';
import { updateRecord } from '../records/update.ts';
import { searchRecords } from '../search/search-records.ts';
import { dropRetired } from './drop-retired.ts';
import { confirmationOf } from './retired.ts';
import { Shelf, version } from './testing/shelf.ts';

describe('a migration', () => {
  const shelf = new Shelf();

  it('adds what is missing, and a second one finds nothing to do', async () => {
    const registry = version({ pages: integer(), writers: manyToMany('shelf.writer') });
    await shelf.migrate(registry);
    assert.deepEqual(await shelf.planned(registry), { changes: [], obstacles: [], retired: [] });
    const later = version({ pages: integer(), price: money(), writers: manyToMany('shelf.writer') });
    assert.deepEqual(
      (await shelf.planned(later)).changes.map(({ sentence }) => sentence),
      ['Add the field book.price.'],
    );
    await shelf.migrate(later);
    assert.deepEqual((await shelf.planned(later)).changes, []);
  });

  it('keeps what nothing declares any more until it is dropped by who has seen what is lost', async () => {
    const [id] = await shelf.begin(
      { fax: text({ indexed: true }), cost: money(), by: manyToMany('shelf.writer') },
      { title: '呐喊', fax: '1', cost: '5' },
      { title: '彷徨', fax: '2' },
    );
    await updateRecord(shelf.context(version({ by: manyToMany('shelf.writer') })), 'book', id, {
      by: [shelf.writer],
    });
    await shelf.database.run(`create index made_by_hand on "${shelf.schema}".book (fax)`);
    await shelf.database.run(`alter table "${shelf.schema}".book add column "level_c" text`);
    const second = version({});
    const { changes, retired } = await shelf.planned(second);
    assert.deepEqual(
      changes.map(({ sentence }) => sentence),
      ['Drop the index book_fax, that nothing asks for any more.'],
    );
    await shelf.migrate(second);
    const kept = [
      { name: 'book.fax', count: 2 },
      { name: 'book.cost', count: 1 },
      { name: 'book.costCurrency', count: 1 },
      { name: 'book_by', count: 1 },
    ];
    assert.deepEqual(retired, kept);
    const code = confirmationOf(shelf.schema, retired);
    await updateRecord(shelf.context(version({ fax: text() })), 'book', id, { fax: null });
    assert.equal(await dropRetired(shelf.database, second, shelf.schema, new Set([code])), false);
    const seen = (await shelf.planned(second)).retired;
    assert.equal(seen[0]?.count, 1);
    assert.equal(
      await dropRetired(shelf.database, second, shelf.schema, new Set([confirmationOf(shelf.schema, seen)])),
      true,
    );
    assert.deepEqual(await shelf.planned(second), { changes: [], obstacles: [], retired: [] });
    assert.match(await shelf.everything(), /level_c/);
  });

  it('makes search words anew when what is searched has changed', async () => {
    await shelf.begin({ subtitle: text() }, { title: '呐喊', subtitle: '短篇小说集' });
    const found = async (registry: Registry) =>
      JSON.parse(String(await searchRecords(shelf.context(registry), { q: '小说', limit: 5 }))).length;
    assert.equal(await found(version({ subtitle: text() })), 0);
    const second = version({ subtitle: text({ search: 'text' }) });
    assert.deepEqual(
      (await shelf.planned(second)).changes.map(({ sentence }) => sentence),
      ['Search book in other ways.', 'Make the words under which records of book are found anew.'],
    );
    await shelf.migrate(second);
    assert.equal(await found(second), 1);
    assert.deepEqual((await shelf.planned(second)).changes, []);
  });

  it('makes indexes of large tables without keeping others from writing, also when that was interrupted', async () => {
    await shelf.begin({ isbn: text() });
    await shelf.database.run(
      `insert into "${shelf.schema}".book (id, version, "createdAt", "updatedAt", title, isbn)
       select gen_random_uuid(), 1, now(), now(), repeat(n::text, 20), n from generate_series(1, 60000) n`,
    );
    const second = version({ isbn: text({ indexed: true }) });
    const { changes } = await shelf.planned(second);
    assert.equal(changes[0]?.sentence, 'Make the index book_isbn, while others go on working.');
    // What a kill in the middle leaves behind.
    await shelf.database.run(`create index book_isbn on "${shelf.schema}".book (isbn)`);
    await shelf.database.run(
      `update pg_index set indisvalid = false where indexrelid = '"${shelf.schema}".book_isbn'::regclass`,
    );
    await shelf.migrate(second);
    const [row] = await shelf.database.run(
      `select indisvalid, pg_get_indexdef(indexrelid) from pg_index where indexrelid = '"${shelf.schema}".book_isbn'::regclass`,
    );
    assert.equal(row?.[0], 't');
    assert.match(row?.[1] ?? '', /WHERE \("deletedAt" IS NULL\)/);
  });

  it('leaves everything as it was when it is killed in the middle, and the next one makes it whole', async () => {
    await shelf.begin({ pages: integer(), isbn: text() }, { title: '呐喊', pages: 250, isbn: '1' });
    const untouched = await shelf.everything();
    const second = version({
      leaves: integer({ formerly: ['pages'] }),
      isbn: text({ unique: true }),
      price: money(),
    });
    const reader = await shelf.pool.connect();
    await reader.query(`begin; lock table "${shelf.schema}".book in access share mode`);
    const broken = assert.rejects(shelf.migrate(second), /terminat/);
    const victim = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like 'alter table "${shelf.schema}"%'`;
    let pid: string | null | undefined;
    while (pid === undefined) [pid] = (await shelf.database.run(victim))[0] ?? [];
    await shelf.database.run('select pg_terminate_backend($1::int)', [pid]);
    await broken;
    await reader.query('commit');
    reader.release();
    assert.equal(await shelf.everything(), untouched);
    await shelf.migrate(second);
    assert.deepEqual(await shelf.planned(second), { changes: [], obstacles: [], retired: [] });
  });

  it('is done once when servers start at the same time', async () => {
    const registry = version({ pages: integer() });
    await Promise.all([1, 2, 3].map(() => shelf.migrate(registry)));
    assert.deepEqual((await shelf.planned(registry)).changes, []);
  });
});
