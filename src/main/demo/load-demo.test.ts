import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createPool } from '#engine/database/database.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { createApplication } from '../application.ts';
import { modules, people } from '../modules.ts';
import { demoSignIn, loadDemo } from './load-demo.ts';

describe('the demo company', () => {
  const secret = 's'.repeat(40);
  const baseUrl = 'http://127.0.0.1:3000';
  const registry = compose(modules, people);
  let app: FastifyInstance;
  let pool: Pool;
  let cookie = '';

  before(async () => {
    pool = createPool(await testDatabase());
    app = await createApplication({ pool, registry, secret, baseUrl });
    const extent = { customers: 45, leads: 40, recentDeals: 12 };
    assert.equal(await loadDemo({ app, pool, registry, secret, baseUrl, extent }), true);
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: demoSignIn,
    });
    cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  });

  after(async () => {
    await app.close();
    await pool.end();
  });

  const ask = async (url: string) => (await app.inject({ url, headers: { cookie } })).json();

  it('lives for two years, up to today', async () => {
    for (const object of [
      'account',
      'contact',
      'lead',
      'opportunity',
      'call',
      'meeting',
      'task',
      'email',
      'note',
    ]) {
      const { records, count } = await ask(`/api/records/${object}?sort=createdAt&limit=1&count=true`);
      assert.ok(count > 20, `${object}: ${count}`);
      const age = Date.now() - Date.parse(records[0].createdAt);
      assert.ok(age > 500 * 86_400_000, `${object} begins ${records[0].createdAt}`);
      const latest = (await ask(`/api/records/${object}?sort=-createdAt&limit=1`)).records[0];
      assert.ok(Date.parse(latest.createdAt) <= Date.now(), 'nothing is written in the future');
      assert.notEqual(latest.createdBy, null);
    }
  });

  it('has deals in every stage, and knows when each was there', async () => {
    const { groups } = await ask(
      '/api/records/opportunity/aggregate?groupBy=stage&measures=count,sum(amount)',
    );
    const stages = new Set(groups.map(({ stage }: { stage: string }) => stage));
    for (const stage of ['won', 'lost', 'proposal']) assert.ok(stages.has(stage), `no deal is ${stage}`);
    const { records } = await ask(
      `/api/records/opportunity?where=${encodeURIComponent('{"stage":"won"}')}&limit=5`,
    );
    for (const won of records) assert.equal(won.closedAt.slice(0, 10) >= won.createdAt.slice(0, 10), true);
  });

  it('is not loaded over a company that is there', async () => {
    assert.equal(await loadDemo({ app, pool, registry, secret, baseUrl }), false);
  });
});
