import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { type Stage, sessionCookie, stage, wei } from '../testing/stage.ts';

let here: Stage;
let cookie: string;
before(async () => {
  here = await stage();
  cookie = await sessionCookie(here.app);
});

const json = { 'content-type': 'application/json' };

const post = (url: string, payload: string | Buffer, headers: Record<string, string> = json) =>
  here.app.inject({ method: 'POST', url, payload, headers });

test('what is not JSON, or too much of it, is refused as a problem document', async () => {
  const cases: [string | Buffer, number, Record<string, string>?][] = [
    ['{"email":', 422],
    ['', 422],
    ['[]', 422],
    ['null', 422],
    ['"text"', 422],
    ['{"__proto__":{"email":"a@b.cn"}}', 422],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 422],
    [Buffer.from([0x22, 0xff, 0xfe, 0x22]), 422],
    [JSON.stringify({ email: 'x'.repeat(70_000) }), 413],
    ['email=a&password=b', 422, { 'content-type': 'application/x-www-form-urlencoded' }],
    [JSON.stringify(wei), 422, { 'content-type': 'text/plain' }],
  ];
  for (const [payload, status, headers] of cases) {
    const answer = await post('/api/auth/sign-in/email', payload, headers);
    assert.equal(answer.statusCode, status, String(payload).slice(0, 40));
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
  }
});

test('each wrong field is named', async () => {
  const { errors } = (
    await post('/api/auth/sign-in/email', '{"email":{"$ne":""},"rememberMe":"yes"}')
  ).json();
  assert.deepEqual(errors, [
    { field: 'email', code: 'notText', message: 'This must be text.' },
    { field: 'password', code: 'required', message: 'This is required.' },
    { field: 'rememberMe', code: 'notBoolean', message: 'This must be true or false.' },
  ]);
});

test('no value in any field of any route makes the server fail', async () => {
  const strange = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(
      '\u0000',
      '\ud800',
      "' or 1=1 --",
      '<script>',
      'gx_',
      'read',
      `records:${'a'.repeat(300)}:read`,
    ),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  const routes: [string, string[]][] = [
    ['/api/auth/sign-in/email', ['email', 'password', 'rememberMe']],
    ['/api/auth/change-password', ['currentPassword', 'newPassword']],
    ['/api/auth/password-reset', ['email']],
    ['/api/auth/password-reset/confirm', ['token', 'password']],
    ['/api/auth/invitation', ['token']],
    ['/api/auth/invitation/accept', ['token', 'name', 'password']],
    ['/api/api-keys', ['name', 'scopes', 'expiresAt']],
  ];
  const request = fc.constantFrom(...routes).chain(([url, fields]) =>
    fc.record({
      url: fc.constant(url),
      body: fc.oneof(strange, fc.record(Object.fromEntries(fields.map((field) => [field, strange])))),
    }),
  );
  await fc.assert(
    fc.asyncProperty(request, async ({ url, body }) => {
      // A rate limit in the way would hide what is behind it.
      await here.pool.query('delete from guanxi.attempt');
      const answer = await post(url, JSON.stringify(body), { ...json, cookie });
      assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.body}`);
      if (answer.statusCode >= 400)
        assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    }),
    { numRuns: 300 },
  );
});

test('strange credentials are nobody’s', async () => {
  const headers = fc.record({
    authorization: fc.string({ unit: 'binary' }),
    cookie: fc.string({ unit: 'binary' }),
  });
  await fc.assert(
    fc.asyncProperty(headers, async ({ authorization, cookie: strange }) => {
      const name = 'guanxi.session_token';
      assert.equal(await here.identity.authenticate({ authorization: `Bearer ${authorization}` }), undefined);
      assert.equal(await here.identity.authenticate({ cookie: `${name}=${strange}` }), undefined);
    }),
  );
});
