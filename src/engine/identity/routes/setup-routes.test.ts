import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { before, beforeEach, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { testDatabase } from '#test/database.ts';
import { createIdentity, type Identity } from '../identity.ts';
import { identityRoutes } from '../routes.ts';
import { noDirectory, poolFor, secret } from '../testing/stage.ts';
import type { SetupInput } from './setup-input.ts';

let identity: Identity;
let app: FastifyInstance;
let done: SetupInput[];

const company = {
  company: '远山贸易有限公司',
  name: '林晓燕',
  email: 'Lin.Xiaoyan@yuanshan.cn',
  password: '远山如黛 2026',
  locale: 'zh-CN',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
};

before(async () => {
  const pool = poolFor(await testDatabase());
  identity = await createIdentity({ pool, secret, baseUrl: 'http://127.0.0.1:3000' });
});

beforeEach(async () => {
  await identity.pool.query('delete from guanxi.workspace; delete from guanxi.identity');
  done = [];
  app = fastify();
  await app.register(
    identityRoutes(
      identity,
      {
        setupNeeded: async () => (await identity.workspaces.list()).length === 0,
        async setUp(input) {
          done.push(input);
          await new Promise((resolve) => setTimeout(resolve, 30));
          const { email, name, password, ...settings } = input;
          await identity.workspaces.create({ name: 'main', settings });
          const userId = randomUUID();
          await identity.people.createSignIn({ workspace: 'main', userId, email, name, password });
          return { workspace: 'main', userId };
        },
      },
      { directory: noDirectory },
    ),
  );
});

const needed = async () => (await app.inject('/api/setup')).json();
const setUp = (payload: object) => app.inject({ method: 'POST', url: '/api/setup', payload });

test('the first visitor becomes administrator and is signed in', async () => {
  assert.deepEqual(await needed(), { needed: true });
  const answer = await setUp(company);
  assert.equal(answer.statusCode, 201);
  const cookie = String(answer.headers['set-cookie']).split(';')[0];
  const caller = await identity.authenticate({ cookie });
  assert.equal(caller?.userId, answer.json().userId);
  assert.equal(done[0]?.email, 'lin.xiaoyan@yuanshan.cn');
  assert.deepEqual(await needed(), { needed: false });
  const again = await setUp(company);
  assert.deepEqual([again.statusCode, again.json().code], [409, 'setupDone']);
});

test('of many who press the button at once one becomes administrator', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => setUp(company)));
  const statuses = answers.map(({ statusCode }) => statusCode).sort();
  assert.deepEqual(statuses, [201, ...Array.from({ length: 19 }, () => 409)]);
  assert.equal(done.length, 1);
});

test('every wrong field is named and nothing happens', async () => {
  const answer = await setUp({
    ...company,
    company: ' ',
    email: 'lin',
    password: 'short',
    currency: 'RMB',
    timeZone: 'Mars',
  });
  assert.equal(answer.statusCode, 422);
  const fields = answer
    .json()
    .errors.map((error: { field: string; code: string }) => [error.field, error.code]);
  assert.deepEqual(fields, [
    ['company', 'required'],
    ['email', 'notEmail'],
    ['password', 'passwordTooShort'],
    ['currency', 'notCurrency'],
    ['timeZone', 'notTimeZone'],
  ]);
  const empty = await setUp({});
  assert.equal(empty.json().errors.length, 7);
  const same = await setUp({ ...company, password: company.email });
  assert.equal(same.json().errors[0].code, 'passwordIsEmail');
  assert.deepEqual(done, []);
});

test('a page of another site cannot set up anything', async () => {
  const headers = { origin: 'https://evil.example' };
  const answer = await app.inject({ method: 'POST', url: '/api/setup', payload: company, headers });
  assert.equal(answer.statusCode, 403);
  assert.deepEqual(done, []);
});
