import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '#engine/database/database.ts';
import { createApplication } from '#main/application.ts';
import { startProduct } from './product.ts';

describe('a server that closes', () => {
  it('first finishes what somebody asked who has gone meanwhile', async () => {
    const product = await startProduct();
    const { id } = (await product.ask('POST', '/api/records/account', { name: '星河贸易' })).body;
    const pool = createPool(product.pool.options.connectionString ?? '');
    const app = await createApplication({
      ...{ pool, registry: product.registry, secret: 's'.repeat(40), baseUrl: 'http://127.0.0.1:3000' },
    });
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const reports: unknown[] = [];
    const { error } = console;
    console.error = (report: unknown) => reports.push(report);
    const holder = await product.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table ws_main.event in access exclusive mode');
      const leaving = new AbortController();
      const asked = fetch(`${url}/api/records/account/${id}/timeline`, {
        ...{ headers: product.ask.headers, signal: leaving.signal },
      });
      await waits(product.pool);
      leaving.abort();
      await assert.rejects(asked, /abort/);
      let ended = false;
      const closing = app.close().then(() => {
        ended = true;
        return pool.end();
      });
      await pause(150);
      assert.equal(ended, false);
      await holder.query('rollback');
      await closing;
      await pause(50);
      assert.deepEqual(reports, []);
    } finally {
      console.error = error;
      holder.release();
    }
  });

  /** Until the statement of the timeline waits for the log; those who follow the log wait for it too. */
  async function waits(pool: Awaited<ReturnType<typeof startProduct>>['pool']): Promise<void> {
    for (;;) {
      const { rows } = await pool.query(
        `select 1 from pg_locks join pg_stat_activity using (pid)
         where relation = 'ws_main.event'::regclass and not granted and query like '%"ws_main"."account"%'`,
      );
      if (rows.length > 0) return;
      await pause(10);
    }
  }
});
