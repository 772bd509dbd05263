import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { before, test } from 'node:test';
import { type Stage, sessionCookie, signIn, stage, wei } from '../testing/stage.ts';

let here: Stage;
before(async () => {
  here = await stage();
});

test('the right password gives a session that is recognised', async () => {
  const answer = await signIn(here.app, { email: ` ${wei.email.toUpperCase()} `, password: wei.password });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.json().user.email, wei.email);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const caller = await here.identity.authenticate({ cookie: await sessionCookie(here.app) });
  assert.deepEqual(
    { ...caller, identityId: typeof caller?.identityId, sessionId: typeof caller?.sessionId },
    {
      ...here.wei,
      identityId: 'string',
      sessionId: 'string',
      signedInBy: 'password',
      via: 'session',
    },
  );
});

test('the cookie is out of reach of scripts and of other sites', async () => {
  const [cookie = ''] = [(await signIn(here.app, wei)).headers['set-cookie']].flat();
  assert.match(cookie, /^guanxi\.session_token=/);
  assert.match(cookie, /; HttpOnly/);
  assert.match(cookie, /; SameSite=Lax/);
  assert.match(cookie, /; Path=\//);
  assert.match(cookie, /; Max-Age=2592000/);
  assert.doesNotMatch(cookie, /; Secure|; Domain/);
});

test('behind https the cookie is Secure and recognised by its own name', async () => {
  const secure = await stage({ baseUrl: 'https://crm.jinshan-instruments.cn/' });
  const [cookie = ''] = [(await signIn(secure.app, wei)).headers['set-cookie']].flat();
  assert.match(cookie, /^__Host-guanxi\.session_token=.*; Secure/);
  const caller = await secure.identity.authenticate({ cookie: cookie.split(';')[0] });
  assert.equal(caller?.userId, secure.wei.userId);
});

test('"do not remember me" gives a cookie that ends with the browser', async () => {
  const answer = await signIn(here.app, { ...wei, rememberMe: false });
  const [cookie = ''] = [answer.headers['set-cookie']].flat();
  assert.doesNotMatch(cookie, /Max-Age/);
});

test('a wrong password and an unknown address get the same answer, in the reader’s language', async () => {
  const wrong = await signIn(here.app, { ...wei, password: 'not the one' });
  const unknown = await signIn(here.app, { email: 'nobody@jinshan-instruments.cn', password: 'not the one' });
  assert.equal(wrong.statusCode, 401);
  assert.match(String(wrong.headers['content-type']), /^application\/problem\+json/);
  assert.equal(wrong.headers['set-cookie'], undefined);
  assert.deepEqual(wrong.json(), unknown.json());
  assert.deepEqual(wrong.json(), {
    type: 'about:blank',
    title: 'Not signed in',
    status: 401,
    detail: 'The e-mail address or the password is wrong.',
    code: 'wrongEmailOrPassword',
  });
  const headers = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' };
  const chinese = await signIn(here.app, { ...wei, password: 'not the one' }, headers);
  assert.equal(chinese.json().detail, '邮箱或密码错误。');
});

test('a page of another site cannot sign anybody in or out', async () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' },
  ];
  for (const headers of foreign) {
    const answer = await signIn(here.app, wei, headers);
    assert.equal(answer.statusCode, 403);
    assert.equal(answer.json().code, 'crossOrigin');
    assert.equal(answer.headers['set-cookie'], undefined);
  }
});

test('the product’s own pages can, at whatever address they were opened', async () => {
  const own: Record<string, string>[] = [
    { origin: 'http://192.168.1.20:3000', host: '192.168.1.20:3000' },
    { origin: 'http://127.0.0.1:3000', host: 'behind-a-proxy:8080' },
    { 'sec-fetch-site': 'same-origin', origin: 'https://crm.example', host: 'behind-a-proxy:8080' },
  ];
  for (const headers of own) {
    assert.equal((await signIn(here.app, wei, headers)).statusCode, 200);
  }
});

test('a deactivated person is told so, but only with the right password', async () => {
  await here.identity.people.disable(here.wei);
  const refused = await signIn(here.app, wei);
  assert.equal(refused.statusCode, 403);
  assert.equal(refused.json().code, 'signInDisabled');
  assert.equal((await signIn(here.app, { ...wei, password: 'not the one' })).statusCode, 401);
  await here.identity.people.enable(here.wei);
  assert.equal((await signIn(here.app, wei)).statusCode, 200);
});

test('nobody outside hears of it', async () => {
  const calls: unknown[] = [];
  const note = (call: unknown) => calls.push(call);
  // Where Node announces what goes out by fetch and by its older HTTP client.
  const channels = ['undici:request:create', 'http.client.request.start'];
  for (const channel of channels) subscribe(channel, note);
  const elsewhere = await stage();
  const cookie = await sessionCookie(elsewhere.app);
  await elsewhere.app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } });
  assert.deepEqual(calls, []);
  await fetch('http://127.0.0.1:49151/').catch(() => undefined);
  assert.equal(calls.length, 1);
  for (const channel of channels) unsubscribe(channel, note);
});

test('ADM-15 the audit holds every sign-in, also one that failed, with the address it came from', async () => {
  await here.pool.query('truncate guanxi.audit_entry');
  await signIn(here.app, { ...wei, password: 'not the one' });
  await signIn(here.app, { email: 'nobody@jinshan-instruments.cn', password: 'not the one' });
  await signIn(here.app, wei);
  const { rows } = await here.pool.query(
    'select workspace, actor, kind, facts, ip from guanxi.audit_entry order by id',
  );
  const person = { workspace: 'main', actor: here.wei.userId, ip: '127.0.0.1' };
  const facts = { email: wei.email, by: 'password', why: 'wrongPassword' };
  assert.deepEqual(rows, [
    { ...person, kind: 'signIn.failed', facts },
    {
      ...{ workspace: null, actor: null, ip: '127.0.0.1', kind: 'signIn.failed' },
      facts: { ...facts, email: 'nobody@jinshan-instruments.cn' },
    },
    { ...person, kind: 'signIn.succeeded', facts: { by: 'password' } },
  ]);
});

test('ADM-14 signing in again in the same browser gives another token and ends the first session', async () => {
  const first = await sessionCookie(here.app);
  const again = await signIn(here.app, wei, { cookie: first });
  const [second] = again.cookies;
  assert.notEqual(`${second?.name}=${encodeURIComponent(second?.value ?? '')}`, first);
  assert.equal(await here.identity.authenticate({ cookie: first }), undefined);
});
