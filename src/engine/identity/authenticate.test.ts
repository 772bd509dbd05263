import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createAuthenticator } from './authenticate.ts';
import { fingerprint } from './fingerprint.ts';
import { cookieValue, sessionToken } from './sessions/session-cookie.ts';
import { sessionCookieName } from './sessions/session-cookie-name.ts';
import { anotherServer, type Stage, secret, sessionCookie, stage, wei } from './testing/stage.ts';

let here: Stage;
before(async () => {
  here = await stage();
});

const cookieName = sessionCookieName('http://127.0.0.1:3000');

/** An authenticator with a clock of its own that counts the statements it costs. */
function counted() {
  const clock = { time: Date.now(), statements: 0 };
  const pool = new Proxy(here.pool, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name);
      return (...query: Parameters<typeof target.query>) => {
        clock.statements += 1;
        return target.query(...query);
      };
    },
  });
  return { ...createAuthenticator({ pool, secret, cookieName, now: () => clock.time }), clock };
}

test('a credential seen lately costs no statement, and one at a time when it is new', async () => {
  const { authenticate, clock } = counted();
  const cookie = await sessionCookie(here.app);
  const callers = await Promise.all(Array.from({ length: 50 }, () => authenticate({ cookie })));
  assert.equal(clock.statements, 1);
  assert.ok(callers.every((caller) => caller?.userId === here.wei.userId));
  clock.time += 4_999;
  assert.equal((await authenticate({ cookie }))?.userId, here.wei.userId);
  assert.equal(clock.statements, 1);
  clock.time += 1;
  await authenticate({ cookie });
  assert.equal(clock.statements, 2);
});

test('signing out takes effect at once here and within five seconds elsewhere', async () => {
  const cookie = await sessionCookie(here.app);
  const other = counted();
  assert.ok(await here.identity.authenticate({ cookie }));
  assert.ok(await other.authenticate({ cookie }));
  const out = await here.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } });
  assert.equal(out.statusCode, 200);
  assert.match(String(out.headers['set-cookie']), /Max-Age=0/);
  assert.equal(await here.identity.authenticate({ cookie }), undefined);
  other.clock.time += 5_000;
  assert.equal(await other.authenticate({ cookie }), undefined);
});

test('a session ends when it expires, even while it is remembered', async () => {
  const cookie = await sessionCookie(here.app);
  const { authenticate, clock } = counted();
  const token = fingerprint(sessionToken(cookieValue(cookie, cookieName) ?? '', secret) ?? '');
  await here.pool.query(
    `update guanxi.session set expires_at = now() + interval '2 seconds' where token = $1`,
    [token],
  );
  assert.ok(await authenticate({ cookie }));
  clock.time += 2_500;
  await here.pool.query('update guanxi.session set expires_at = now() where token = $1', [token]);
  assert.equal(await authenticate({ cookie }), undefined);
});

test('an answer that was on its way when it was to be forgotten is not remembered', async () => {
  const { authenticate, forget, clock } = counted();
  const cookie = await sessionCookie(here.app);
  const underway = authenticate({ cookie });
  forget({ userId: here.wei.userId });
  await underway;
  await authenticate({ cookie });
  assert.equal(clock.statements, 2);
});

test('deactivating a person refuses sessions and keys at once', async () => {
  const cookie = await sessionCookie(here.app);
  const caller = await here.identity.authenticate({ cookie });
  assert.ok(caller);
  const { key } = await here.identity.apiKeys.create(caller, { name: 'ERP' });
  const authorization = `Bearer ${key}`;
  assert.ok(await here.identity.authenticate({ authorization }));
  await here.identity.people.disable(here.wei);
  assert.equal(await here.identity.authenticate({ cookie }), undefined);
  assert.equal(await here.identity.authenticate({ authorization }), undefined);
  await here.identity.people.enable(here.wei);
  assert.ok(await here.identity.authenticate({ authorization }));
  assert.equal(await here.identity.authenticate({ cookie }), undefined);
});

test('a suspended workspace has no callers', async () => {
  const cookie = await sessionCookie(here.app);
  assert.ok(await here.identity.authenticate({ cookie }));
  await here.identity.workspaces.suspend('main');
  assert.equal(await here.identity.authenticate({ cookie }), undefined);
  await here.identity.workspaces.resume('main');
  assert.ok(await here.identity.authenticate({ cookie }));
});

test('a cookie signed with another secret, or changed in one place, is nobody’s', async () => {
  const cookie = await sessionCookie(here.app);
  const stranger = createAuthenticator({ pool: here.pool, secret: 'x'.repeat(43), cookieName });
  assert.equal(await stranger.authenticate({ cookie }), undefined);
  const at = cookie.indexOf('=') + 3;
  const changed = `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`;
  assert.equal(await here.identity.authenticate({ cookie: changed }), undefined);
  const { rows } = await here.pool.query('select token from guanxi.session limit 1');
  assert.equal(await here.identity.authenticate({ cookie: `${cookieName}=${rows[0].token}` }), undefined);
});

test('the cookie is found among others, by its whole name', async () => {
  const cookie = await sessionCookie(here.app);
  for (const header of [`theme=dark; ${cookie}; a=b`, `theme=dark;${cookie}`, `x${cookie}x; ${cookie}`]) {
    assert.ok(await here.identity.authenticate({ cookie: header }), header);
  }
  assert.equal(await here.identity.authenticate({ cookie: `not-${cookie}` }), undefined);
});

test('a bad bearer key is not made good by a cookie; other schemes do not matter', async () => {
  const cookie = await sessionCookie(here.app);
  const { authenticate } = here.identity;
  assert.equal(await authenticate({ cookie, authorization: `Bearer gx_${'A'.repeat(43)}` }), undefined);
  assert.equal(await authenticate({ cookie, authorization: 'Bearer nonsense' }), undefined);
  assert.ok(await authenticate({ cookie, authorization: 'Basic d2VpOndlaQ==' }));
  const session = cookie.slice(cookie.indexOf('=') + 1);
  assert.equal(await authenticate({ authorization: `Bearer ${session}` }), undefined);
});

test('a flood of bad keys costs memory for a thousand and leaves the good ones alone', async () => {
  const { authenticate, clock } = counted();
  const cookie = await sessionCookie(here.app);
  await authenticate({ cookie });
  const bad = Array.from({ length: 1_500 }, (_, n) => `Bearer gx_${String(n).padStart(43, '0')}`);
  for (const authorization of bad) assert.equal(await authenticate({ authorization }), undefined);
  assert.equal(clock.statements, 1 + bad.length);
  await authenticate({ cookie });
  await authenticate({ authorization: bad.at(-1) });
  assert.equal(clock.statements, 1 + bad.length);
});

test('servers of one installation accept each other’s sessions', async () => {
  const there = await anotherServer(here.url);
  const cookie = await sessionCookie(there.app, wei);
  assert.equal((await here.identity.authenticate({ cookie }))?.userId, here.wei.userId);
});
