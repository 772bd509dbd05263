import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { createIdentityTables } from './schema.ts';
import { poolFor } from './testing/stage.ts';

test('servers that start at once create the tables once, and again changes nothing', async () => {
  const url = await testDatabase();
  // With the schema there already, nothing but our own lock keeps them from running into each other.
  await poolFor(url).query('create schema guanxi');
  const servers = [poolFor(url), poolFor(url), poolFor(url), poolFor(url)];
  const [pool] = servers as [(typeof servers)[0]];
  await Promise.all(
    servers.flatMap((server) => [createIdentityTables(server), createIdentityTables(server)]),
  );
  const count = `select count(*)::int as n from pg_class c join pg_namespace s on s.oid = relnamespace
    where nspname = 'guanxi' and relkind in ('r', 'i')`;
  const before = await pool.query(count);
  await createIdentityTables(pool);
  assert.deepEqual((await pool.query(count)).rows, before.rows);
  assert.ok(before.rows[0].n > 20);
});

test('another part that creates the schema at the same moment is no obstacle', async () => {
  const url = await testDatabase();
  const other = await poolFor(url).connect();
  await other.query('begin; create schema guanxi');
  const creating = createIdentityTables(poolFor(url));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await other.query('commit');
  other.release();
  await creating;
});
