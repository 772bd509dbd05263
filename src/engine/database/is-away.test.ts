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
