import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createPool } from '#engine/database/database.ts';
import { compose } from '#kernel/registry.ts';
import { testDatabase } from '#test/database.ts';
import { createApplication } from './application.ts';
import { modules, people } from './modules.ts';

const setup = {
  company: '衡岳工业',
  name: '林晓彤',
  email: 'lin@hengyue.example',
  password: 'a long evening by the river',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
};

describe('a company sets up and keeps its records', () => {
  let app: FastifyInstance;
  let pool: Pool;
  let cookie = '';

  before(async () => {
    pool = createPool(await testDatabase());
    app = await createApplication({
      pool,
      registry: compose(modules, people),
      secret: 's'.repeat(40),
      baseUrl: 'http://127.0.0.1:3000',
    });
    const answer = await app.inject({ method: 'POST', url: '/api/setup', payload: setup });
    assert.equal(answer.statusCode, 201, answer.body);
    cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  });

  after(async () => {
    await app.close();
    await pool.end();
  });

  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() };
  };

  it('is not readable by strangers', async () => {
    const { statusCode } = await app.inject({ url: '/api/records/team' });
    assert.equal(statusCode, 401);
  });

  it('creates, changes, lists, counts, bins and restores a record', async () => {
    const created = await ask('POST', '/api/records/team', { name: '华东销售部' });
    assert.equal(created.status, 201, JSON.stringify(created.body));
    const { id } = created.body;
    const renamed = await ask('PATCH', `/api/records/team/${id}`, { name: '华东大区', version: 1 });
    assert.deepEqual([renamed.status, renamed.body.name, renamed.body.version], [200, '华东大区', 2]);
    const found = await ask('GET', '/api/records/team?q=huadong&count=true');
    assert.deepEqual([found.body.count, found.body.records[0].id], [1, id]);
    assert.equal((await ask('DELETE', `/api/records/team/${id}`)).status, 204);
    assert.equal((await ask('GET', `/api/records/team/${id}`)).status, 404);
    assert.equal((await ask('POST', `/api/records/team/${id}/restore`)).body.name, '华东大区');
  });

  it('CUS-17 a stale write is told what changed and is not made', async () => {
    const { body } = await ask('POST', '/api/records/team', { name: '渠道部' });
    await ask('PATCH', `/api/records/team/${body.id}`, { name: '渠道合作部', version: 1 });
    const late = await ask('PATCH', `/api/records/team/${body.id}`, { name: '渠道管理部', version: 1 });
    assert.equal(late.status, 409);
    assert.deepEqual(late.body.conflicts, [{ field: 'name', yours: '渠道管理部', theirs: '渠道合作部' }]);
    assert.equal((await ask('GET', `/api/records/team/${body.id}`)).body.name, '渠道合作部');
  });

  it('names the field that is wrong, and creates all or none', async () => {
    const answer = await ask('POST', '/api/records/team', [{ name: '研发部' }, { name: '' }]);
    assert.equal(answer.status, 422);
    assert.deepEqual(
      answer.body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]),
      [['1.name', 'required']],
    );
    const where = encodeURIComponent(JSON.stringify({ name: '研发部' }));
    assert.equal((await ask('GET', `/api/records/team?where=${where}&count=true`)).body.count, 0);
  });

  it('refuses a reference to a record that is not there, and a hierarchy that bites its tail', async () => {
    const nowhere = await ask('POST', '/api/records/department', {
      name: '孤儿部',
      parent: '01900000-0000-7000-8000-000000000000',
    });
    assert.deepEqual(
      nowhere.body.errors.map(({ field }: { field: string }) => field),
      ['parent'],
    );
    const top = (await ask('POST', '/api/records/department', { name: '总部' })).body;
    const below = (await ask('POST', '/api/records/department', { name: '分部', parent: top.id })).body;
    const circle = await ask('PATCH', `/api/records/department/${top.id}`, { parent: below.id });
    assert.deepEqual([circle.status, circle.body.errors[0].code], [422, 'circle']);
  });

  it('groups with rights inside the statement and follows references in a list', async () => {
    const groups = await ask('GET', '/api/records/user/aggregate?groupBy=active&measures=count');
    assert.deepEqual(groups.body.groups, [{ active: true, count: 1 }]);
    const list = await ask('GET', '/api/records/department?select=name,parent.name&sort=name&limit=1');
    assert.equal(list.body.records.length, 1);
    assert.ok(list.body.next);
  });
});
