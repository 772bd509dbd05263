import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createPool } from '#engine/database/database.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { createApplication } from './application.ts';
import { modules, people } from './modules.ts';

const lin = { email: 'lin@hengyue.example', password: 'a long evening by the river' };
const wang = { email: 'wang.fang@hengyue.example', password: '东湖春晓 2026' };

describe('an administrator decides who may sign in and what the company is called', () => {
  let app: FastifyInstance;
  let pool: Pool;
  let cookie = '';

  before(async () => {
    pool = createPool(await testDatabase());
    const registry = compose(modules, people);
    app = await createApplication({
      pool,
      registry,
      secret: 's'.repeat(40),
      baseUrl: 'http://127.0.0.1:3000',
    });
    const company = { company: '衡岳工业', currency: 'CNY', locale: 'zh-CN', timeZone: 'Asia/Shanghai' };
    const made = await app.inject({
      method: 'POST',
      url: '/api/setup',
      payload: { ...company, name: '林晓彤', ...lin },
    });
    cookie = cookieOf(made.cookies);
  });

  after(async () => {
    await app.close();
    await pool.end();
  });

  const cookieOf = (cookies: { name: string; value: string }[]) =>
    cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');

  const ask = async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    as = cookie,
  ) => {
    const answer = await app.inject({ method, url, headers: { cookie: as }, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };

  const signIn = (person: typeof wang) =>
    app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: person });

  it('lets a colleague in, gives him another password, and shuts him out', async () => {
    const { body: user } = await ask('POST', '/api/records/user', {
      name: '王芳',
      email: wang.email,
      roles: ['salesRepresentative'],
    });
    assert.notEqual((await signIn(wang)).statusCode, 200);
    const url = `/api/people/${user.id}/sign-in`;
    assert.equal((await ask('PUT', url, { password: 'short' })).status, 422);
    assert.equal((await ask('PUT', url, { password: wang.password })).status, 200);
    const entered = await signIn(wang);
    assert.equal(entered.statusCode, 200, entered.body);
    const hers = cookieOf(entered.cookies);
    assert.equal((await ask('GET', '/api/people/sign-ins', undefined, hers)).status, 403);
    assert.equal((await ask('PATCH', '/api/company', { company: '别家' }, hers)).status, 403);
    assert.equal((await ask('PUT', url, { password: 'another evening 9' })).status, 200);
    assert.notEqual((await signIn(wang)).statusCode, 200);
    assert.equal((await ask('DELETE', url)).status, 204);
    const { body } = await ask('GET', '/api/people/sign-ins');
    const states = body.signIns.filter(({ userId }: { userId: string }) => userId === user.id);
    assert.deepEqual(states, [{ userId: user.id, enabled: false, service: false }]);
  });

  it('does not let an administrator shut himself out, nor make a sign-in for nobody', async () => {
    const { body: me } = await ask('GET', '/api/me');
    assert.equal((await ask('DELETE', `/api/people/${me.id}/sign-in`)).status, 403);
    const nobody = '/api/people/01900000-0000-7000-8000-000000000000/sign-in';
    assert.equal((await ask('PUT', nobody, { password: wang.password })).status, 404);
    assert.equal(
      (await ask('PUT', '/api/people/not-an-id/sign-in', { password: wang.password })).status,
      404,
    );
  });

  it('changes the name and the rates, but not the currency that sums were valued in', async () => {
    const rates = { USD: '7.1' };
    const changed = await ask('PATCH', '/api/company', {
      company: '衡岳重工',
      currency: 'USD',
      currencies: rates,
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.equal(changed.body.currency, 'CNY');
    const { body: meta } = await ask('GET', '/api/meta');
    assert.equal(meta.workspace.label, '衡岳重工');
    assert.deepEqual([...meta.workspace.currencies].sort(), ['CNY', 'USD']);
    assert.equal((await ask('PATCH', '/api/company', { currencies: { USD: 'cheap' } })).status, 422);
  });
});
