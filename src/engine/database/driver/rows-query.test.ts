import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import pg from 'pg';
import { testDatabase } from '#test/database.ts';
import { createPool, databaseOn } from '../database.ts';

const pool = createPool(await testDatabase(), 2);
const database = databaseOn(pool);
after(() => pool.end());

/** PostgreSQL keeps no NUL, and half a surrogate pair is no text. */
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''));

describe('rows as PostgreSQL writes them', () => {
  it('come as the text they are, and as its bytes in UTF-8, on the same connections in any order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 12 }), async (asked) => {
        const found = await Promise.all(
          asked.map(([value, bytes]) =>
            (bytes ? database.bytes : database.run)('select $1::text, null', [value]),
          ),
        );
        for (const [index, [value, bytes]] of asked.entries())
          assert.deepEqual(found[index], [[bytes ? Buffer.from(value) : value, null]]);
      }),
      { numRuns: 40 },
    ));

  it('say in its own words what PostgreSQL refuses, and the connection goes on', async () => {
    await database.run('create table tree (name text primary key)');
    await database.run('insert into tree values ($1)', ['山茶']);
    for (const run of [database.run, database.bytes]) {
      const again = run('insert into tree values ($1)', ['山茶']);
      await assert.rejects(again, ({ code, detail }) => code === '23505' && /\(山茶\)/.test(detail));
      assert.deepEqual(await database.run('select name from tree'), [['山茶']]);
    }
  });

  it('are rows of the rest of a transaction too, which an error ends', async () => {
    const lost = database.transaction(async (inside) => {
      await inside.run('insert into tree values ($1)', ['银杏']);
      assert.deepEqual(await inside.bytes('select count(*)::text from tree'), [[Buffer.from('2')]]);
      await inside.bytes('select 1 / $1::int', [0]);
    });
    await assert.rejects(lost, { code: '22012' });
    assert.deepEqual(await database.run('select count(*)::text from tree'), [['1']]);
  });

  it('a statement that is long to plan is planned once on a connection, one that is short as its values ask', async () => {
    const long = `select $1::int + 0 ${'+ 0'.repeat(4000)}`;
    const one = createPool(await testDatabase(), 1);
    const { run, transaction } = databaseOn(one);
    for (let time = 1; time <= 3; time += 1) {
      assert.deepEqual(await run(long, [time]), [[String(time)]]);
      assert.deepEqual(await run('select $1::int * 2', [time]), [[String(2 * time)]]);
    }
    await assert.rejects(run(long, ['three']), { code: '22P02' });
    const plans = 'select generic_plans, custom_plans from pg_prepared_statements where statement';
    assert.deepEqual(await run(`${plans} like '%+ 0'`), [['3', '0']]);
    assert.deepEqual(await run(`${plans} like '%* 2'`), [['0', '3']]);
    assert.deepEqual(await run('show plan_cache_mode'), [['auto']]);
    const inside = await transaction(async (within) => [
      await within.run(long, [7]),
      await within.run('select 8'),
    ]);
    assert.deepEqual(inside, [[['7']], [['8']]]);
    await one.end();
  });

  it('other queries on these connections are read as ever', async () => {
    const [row] = await database.bytes('select $1::text', ['杜鹃']);
    assert.deepEqual(row, [Buffer.from('杜鹃')]);
    const { rows } = await pool.query(`select '杜鹃' as name, 3 as petals, array['一', '二'] as list`);
    assert.deepEqual(rows, [{ name: '杜鹃', petals: 3, list: ['一', '二'] }]);
  });

  it('a pool that was made otherwise is told so, instead of leaving its queries unanswered', async () => {
    const plain = new pg.Pool({ connectionString: await testDatabase() });
    await assert.rejects(databaseOn(plain).run('select 1'), /createPool/);
    assert.equal((await plain.query('select 1 as one')).rows[0].one, 1);
    await plain.end();
  });

  it('a value that PostgreSQL cannot be told is refused before anything is sent', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await assert.rejects(database.run('select $1::json', [circle]), /circular/);
    assert.deepEqual(await database.run('select 1'), [['1']]);
  });
});
