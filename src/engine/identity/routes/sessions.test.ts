import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type Stage, sessionCookie, signIn, stage, wei } from '../testing/stage.ts';

let here: Stage;
before(async () => {
  here = await stage();
});

const call = (method: 'GET' | 'POST', path: string, cookie: string, payload?: object) =>
  here.app.inject({ method, url: `/api/auth/${path}`, headers: { cookie }, ...(payload ? { payload } : {}) });

test('asking for the session renews one that is a day old, cookie and all', async () => {
  const cookie = await sessionCookie(here.app);
  assert.equal((await call('GET', 'get-session', cookie)).headers['set-cookie'], undefined);
  await here.pool.query(`update guanxi.session set expires_at = now() + interval '20 days'`);
  const renewed = await call('GET', 'get-session', cookie);
  assert.equal(renewed.json().user.email, wei.email);
  assert.match(String(renewed.headers['set-cookie']), /Max-Age=2592000/);
  const { rows } = await here.pool.query(
    `select max(expires_at) > now() + interval '29 days' as ok from guanxi.session`,
  );
  assert.equal(rows[0].ok, true);
});

test('a person sees his sessions and ends the others', async () => {
  const [phone, desk] = [await sessionCookie(here.app), await sessionCookie(here.app)];
  assert.ok((await call('GET', 'list-sessions', desk)).json().length >= 2);
  assert.ok(await here.identity.authenticate({ cookie: phone }));
  assert.equal((await call('POST', 'revoke-other-sessions', desk)).statusCode, 200);
  assert.equal(await here.identity.authenticate({ cookie: phone }), undefined);
  assert.ok(await here.identity.authenticate({ cookie: desk }));
  assert.equal((await call('POST', 'revoke-sessions', desk)).statusCode, 200);
  assert.equal(await here.identity.authenticate({ cookie: desk }), undefined);
});

test('a person changes his password with the present one, and others are out', async () => {
  const [phone, desk] = [await sessionCookie(here.app), await sessionCookie(here.app)];
  const wrong = { currentPassword: 'not the one', newPassword: 'mountain water 9' };
  const refused = await call('POST', 'change-password', desk, wrong);
  assert.deepEqual([refused.statusCode, refused.json().errors[0].field], [422, 'currentPassword']);
  const short = await call('POST', 'change-password', desk, { ...wrong, newPassword: 'short' });
  assert.deepEqual(short.json().errors, [
    { field: 'newPassword', code: 'passwordTooShort', message: 'Use at least 8 characters.' },
  ]);
  const changed = await call('POST', 'change-password', desk, { ...wrong, currentPassword: wei.password });
  assert.equal(changed.statusCode, 200);
  assert.equal(await here.identity.authenticate({ cookie: phone }), undefined);
  assert.equal((await signIn(here.app, wei)).statusCode, 401);
  assert.equal((await signIn(here.app, { ...wei, password: wrong.newPassword })).statusCode, 200);
});

test('without a session there is nothing to see or change', async () => {
  assert.equal((await call('GET', 'get-session', '')).body, 'null');
  assert.equal((await call('GET', 'list-sessions', '')).statusCode, 401);
  const body = { currentPassword: wei.password, newPassword: 'mountain water 9' };
  const refused = await call('POST', 'change-password', '', body);
  assert.deepEqual([refused.statusCode, refused.json().code], [401, 'signInRequired']);
  assert.equal((await call('POST', 'sign-out', '')).statusCode, 200);
});

test('better-auth’s own limits are counted in the database too', async () => {
  await here.pool.query('delete from guanxi.attempt');
  const answers = [];
  for (let n = 0; n < 5; n++) {
    const body = { currentPassword: 'not the one', newPassword: 'mountain water 9' };
    answers.push(await call('POST', 'change-password', '', body));
  }
  assert.equal(answers.at(-1)?.statusCode, 429);
  assert.ok(Number(answers.at(-1)?.headers['retry-after']) >= 1);
  const { rows } = await here.pool.query(
    `select from guanxi.attempt where key like 'auth %change-password%'`,
  );
  assert.equal(rows.length, 1);
});
