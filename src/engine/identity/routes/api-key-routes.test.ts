import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Stage, sessionCookie, stage } from '../testing/stage.ts';

let here: Stage;
let cookie: string;
before(async () => {
  here = await stage();
  cookie = await sessionCookie(here.app);
});

const call = (method: 'GET' | 'POST' | 'DELETE', path = '', payload?: object, headers: object = { cookie }) =>
  here.app.inject({
    method,
    url: `/api/api-keys${path}`,
    headers: headers as Record<string, string>,
    ...(payload ? { payload } : {}),
  });

test('a key is made, used, listed without its text, and revoked', async () => {
  const made = await call('POST', '', { name: '用友 U8', scopes: ['records:book:read'] });
  assert.equal(made.statusCode, 201);
  const { key, ...shown } = made.json();
  assert.match(shown.createdAt, /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
  assert.ok(await here.identity.authenticate({ authorization: `Bearer ${key}` }));
  const list = await call('GET');
  assert.ok(!list.body.includes(key));
  assert.deepEqual(list.json().apiKeys[0].scopes, ['records:book:read']);
  assert.equal((await call('DELETE', `/${shown.id}`)).statusCode, 204);
  assert.equal(await here.identity.authenticate({ authorization: `Bearer ${key}` }), undefined);
  assert.equal((await call('DELETE', `/${shown.id}`)).statusCode, 404);
  assert.equal((await call('DELETE', '/not-an-id')).statusCode, 404);
});

test('a key cannot make, list or revoke keys', async () => {
  const { key, id } = (await call('POST', '', { name: 'Portal' })).json();
  const headers = { authorization: `Bearer ${key}` };
  for (const answer of [
    await call('POST', '', { name: 'More' }, headers),
    await call('GET', '', undefined, headers),
    await call('DELETE', `/${id}`, undefined, headers),
  ]) {
    assert.equal(answer.statusCode, 403);
    assert.equal(answer.json().code, 'sessionRequired');
  }
  assert.equal((await call('GET', '', undefined, {})).statusCode, 401);
});

test('wrong input is named by field in the reader’s language', async () => {
  const headers = { cookie, 'accept-language': 'zh-CN' };
  const answer = await call('POST', '', { name: '', scopes: ['all'], expiresAt: 'tomorrow' }, headers);
  assert.equal(answer.statusCode, 422);
  assert.deepEqual(answer.json().errors, [
    { field: 'name', code: 'required', message: '此项为必填项。' },
    { field: 'scopes', code: 'notScope', message: '“all”不是有效的权限范围。' },
    { field: 'expiresAt', code: 'notDateTime', message: '日期时间格式不正确。' },
  ]);
});
