import assert from 'node:assert/strict';
import { it } from 'node:test';
import { removeExpired } from './remove-expired.ts';
import { sessionCookie, stage } from './testing/stage.ts';

it('removes sessions, tokens and counts that are over, and no others', async () => {
  const { pool, app, identity } = await stage();
  await sessionCookie(app);
  await pool.query(`update guanxi.session set expires_at = now() - interval '1 minute'`);
  const cookie = await sessionCookie(app);
  await identity.attempts.count([{ key: 'present', max: 3, seconds: 60 }]);
  await pool.query(
    `insert into guanxi.attempt (key, count, ends_at) values ('past', 1, now() - interval '1 minute')`,
  );
  await removeExpired(pool);
  const { rows } = await pool.query('select (select count(*)::int from guanxi.session) as sessions');
  assert.deepEqual(rows, [{ sessions: 1 }]);
  const kept = await pool.query(`select key from guanxi.attempt where key in ('past', 'present')`);
  assert.deepEqual(kept.rows, [{ key: 'present' }]);
  assert.equal((await identity.authenticate({ cookie }))?.workspace, 'main');
});
