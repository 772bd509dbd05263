import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { testDatabase } from './database.ts';

const pools: pg.Pool[] = [];
after(() => Promise.all(pools.map((pool) => pool.end())));

test('every call gives a database of its own, new and empty', async () => {
  const urls = await Promise.all([testDatabase(), testDatabase()]);
  assert.notEqual(urls[0], urls[1]);
  for (const url of urls) {
    const pool = new pg.Pool({ connectionString: url });
    pools.push(pool);
    await pool.query('create table customer (name text)');
    const { rows } = await pool.query('select count(*)::int as tables from pg_tables where schemaname = $1', [
      'public',
    ]);
    assert.deepEqual(rows, [{ tables: 1 }]);
  }
});
