import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#test/database.ts';
import { tcpProxy } from '#test/torture/tcp-proxy.ts';
import { createPool } from './database.ts';
import { isAway } from './is-away.ts';

test('a database that is cut off in the midst of a statement, and one that cannot be reached, is away; a faulty statement is not', async () => {
  const address = new URL(await testDatabase());
  const network = await tcpProxy(Number(address.port));
  address.port = String(network.port);
  const pool = createPool(address.href, 2);
  const fault = (text: string) =>
    pool.query(text).then(
      () => undefined,
      (error: unknown) => error,
    );
  const sleeping = fault('select pg_sleep(20)');
  await pool.query('select 1');
  const mistaken = await fault('select nonsense');
  network.cut();
  assert.deepEqual(
    [isAway(await sleeping), isAway(await fault('select 1')), isAway(mistaken)],
    [true, true, false],
  );
  network.mend();
  assert.equal((await pool.query('select 1 as one')).rows[0].one, 1);
  await pool.end();
  network.close();
});

test('who waits for a network that swallows everything is told; who waits for a long statement is not', async () => {
  const address = new URL(await testDatabase());
  const network = await tcpProxy(Number(address.port));
  address.port = String(network.port);
  const pool = createPool(address.href, 2, { connection: 300, silence: 150, answer: 100 });
  const ended = (text: string) => pool.query(text).catch((error: unknown) => error);
  const { rows } = (await ended('select pg_sleep(0.6), 1 as done')) as { rows: { done: number }[] };
  assert.equal(rows[0]?.done, 1);
  network.swallow();
  const failures = await Promise.all([ended('select 1'), ended('select 2')]);
  assert.deepEqual(failures.map(isAway), [true, true]);
  network.mend();
  assert.equal((await pool.query('select 1 as one')).rows[0].one, 1);
  await pool.end();
  network.close();
});
