import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Stage, sessionCookie, signIn, stage, wei } from '../testing/stage.ts';

let here: Stage;
before(async () => {
  here = await stage();
});

type Method = 'GET' | 'POST' | 'DELETE';

const call = (method: Method, url: string, cookie: string, payload?: object) =>
  here.app.inject({ method, url: `/api/${url}`, headers: { cookie }, ...(payload ? { payload } : {}) });

test('ADM-14 a person sees where he is signed in, without any secret, and ends what he does not know', async () => {
  const agent = { 'user-agent': 'Mozilla/5.0 (iPhone)' };
  const [phone] = (await signIn(here.app, wei, agent)).cookies;
  const there = `${phone?.name}=${encodeURIComponent(phone?.value ?? '')}`;
  const desk = await sessionCookie(here.app);
  const { sessions } = (await call('GET', 'sessions', desk)).json();
  assert.deepEqual(
    sessions.map(({ current, userAgent, signedInBy, ip }: Record<string, unknown>) => [
      current,
      userAgent,
      signedInBy,
      ip,
    ]),
    [
      [true, 'lightMyRequest', 'password', '127.0.0.1'],
      [false, 'Mozilla/5.0 (iPhone)', 'password', '127.0.0.1'],
    ],
  );
  assert.ok(!JSON.stringify(sessions).includes('token'));
  assert.equal((await call('DELETE', `sessions/${sessions[1].id}`, desk)).statusCode, 204);
  assert.equal(await here.identity.authenticate({ cookie: there }), undefined);
  assert.ok(await here.identity.authenticate({ cookie: desk }));
  assert.equal((await call('DELETE', `sessions/${sessions[1].id}`, desk)).statusCode, 404);
});

test('a person ends all his other sessions at once', async () => {
  const [phone, desk] = [await sessionCookie(here.app), await sessionCookie(here.app)];
  assert.equal((await call('DELETE', 'sessions', desk)).statusCode, 204);
  assert.equal(await here.identity.authenticate({ cookie: phone }), undefined);
  assert.ok(await here.identity.authenticate({ cookie: desk }));
});

test('seven days without a visit end a session, and a visit is noted', async () => {
  const cookie = await sessionCookie(here.app);
  const age = (days: number) =>
    here.pool.query(`update guanxi.session set updated_at = now() - $1 * interval '1 day'`, [days]);
  await age(6);
  here.identity.forget({});
  assert.ok(await here.identity.authenticate({ cookie }));
  const fresh = `select from guanxi.session where updated_at > now() - interval '1 minute'`;
  let noted = 0;
  for (let tries = 0; tries < 200 && noted === 0; tries++)
    noted = (await here.pool.query(fresh)).rowCount ?? 0;
  assert.equal(noted, 1);
  await age(8);
  here.identity.forget({});
  assert.equal(await here.identity.authenticate({ cookie }), undefined);
});

test('the table of sessions holds nothing with which somebody could come in', async () => {
  const cookie = await sessionCookie(here.app);
  const { rows } = await here.pool.query('select token from guanxi.session');
  for (const { token } of rows) assert.ok(!decodeURIComponent(cookie).includes(token));
});

test('a person changes his password with the present one, and others are out', async () => {
  const [phone, desk] = [await sessionCookie(here.app), await sessionCookie(here.app)];
  const change = (payload: object) => call('POST', 'auth/change-password', desk, payload);
  const wrong = { currentPassword: 'not the one', newPassword: 'mountain water 9' };
  const refused = await change(wrong);
  assert.deepEqual([refused.statusCode, refused.json().errors[0].field], [422, 'currentPassword']);
  assert.deepEqual((await change({ ...wrong, newPassword: 'short' })).json().errors, [
    { field: 'newPassword', code: 'passwordTooShort', message: 'Use at least 8 characters.' },
  ]);
  const leaked = await change({ currentPassword: wei.password, newPassword: 'iloveyou1' });
  assert.deepEqual(leaked.json().errors[0].code, 'passwordLeaked');
  const ours = await change({ currentPassword: wei.password, newPassword: '金山仪器-2026' });
  assert.deepEqual(ours.json().errors[0].code, 'passwordGuessable');
  assert.equal((await change({ ...wrong, currentPassword: wei.password })).statusCode, 200);
  assert.equal(await here.identity.authenticate({ cookie: phone }), undefined);
  assert.ok(await here.identity.authenticate({ cookie: desk }));
  assert.equal((await signIn(here.app, wei)).statusCode, 401);
  assert.equal((await signIn(here.app, { ...wei, password: wrong.newPassword })).statusCode, 200);
});

test('ADM-14 whoever holds a session cannot guess its password without end', async () => {
  const cookie = await sessionCookie(here.app, { ...wei, password: 'mountain water 9' });
  const guess = { currentPassword: 'guess', newPassword: 'mountain water 10' };
  const answers = [];
  for (let n = 0; n < 11; n++)
    answers.push((await call('POST', 'auth/change-password', cookie, guess)).statusCode);
  assert.equal(answers.at(-1), 429);
});

test('without a session there is nothing to see or change', async () => {
  assert.equal((await call('GET', 'sessions', '')).statusCode, 401);
  const body = { currentPassword: wei.password, newPassword: 'mountain water 9' };
  const refused = await call('POST', 'auth/change-password', '', body);
  assert.deepEqual([refused.statusCode, refused.json().code], [401, 'signInRequired']);
  assert.equal((await call('POST', 'auth/sign-out', '')).statusCode, 200);
});
