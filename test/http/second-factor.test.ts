import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { type Asking, company, type Product, startProduct } from './product.ts';

let product: Product;
let stranger: Asking;
before(async () => {
  product = await startProduct();
  stranger = product.as({ 'accept-language': 'zh-CN' });
});

const { email, password } = company;
const wu = { email: 'wu@hengyue.example', password: 'early tea in the garden' };

/** The code that an app shows, this half-minute or one of those around it. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

const signIn = (sent: object = { email, password }) => stranger('POST', '/api/auth/sign-in/email', sent);
const second = (sent: object) => stranger('POST', '/api/auth/second-factor', sent);

/** Time goes on, so that the next code is another one. */
const later = () => product.pool.query('update guanxi.second_factor set last_step = last_step - 10');

describe('ADM-14 two-step sign-in', () => {
  let secret = '';
  let first = '';
  let recovery: string[] = [];

  it('is turned on with the password and a first code, and gives recovery codes', async () => {
    assert.equal((await product.ask('POST', '/api/second-factor', { password: 'wrong' })).status, 422);
    const { body } = await product.ask('POST', '/api/second-factor', { password });
    secret = body.secret;
    assert.match(body.uri, /^otpauth:\/\/totp\/.*secret=.*digits=6&period=30/);
    assert.equal(
      (await signIn()).headers['set-cookie'] === undefined,
      false,
      'not asked before it is confirmed',
    );
    assert.equal((await product.ask('POST', '/api/second-factor/confirm', { code: '000000' })).status, 422);
    first = codeOf(secret);
    const confirmed = await product.ask('POST', '/api/second-factor/confirm', { code: first });
    recovery = confirmed.body.recoveryCodes;
    assert.equal(new Set(recovery).size, 10);
    const state = { enabled: true, recoveryCodes: 10, demanded: false };
    assert.deepEqual((await product.ask('GET', '/api/second-factor')).body, state);
    const { rows } = await product.pool.query('select secret, recovery from guanxi.second_factor');
    assert.ok(!JSON.stringify(rows).includes(secret) && !JSON.stringify(rows).includes(recovery[0] ?? ''));
  });

  it('asks for a code after the right password only, and takes each code once', async () => {
    const wrong = await signIn({ email, password: 'not the one' });
    assert.deepEqual([wrong.status, wrong.body.next], [401, undefined]);
    const owed = await signIn();
    assert.deepEqual([owed.status, owed.body.next, owed.headers['set-cookie']], [200, 'code', undefined]);
    const { token } = owed.body;
    const refused = await second({ token, code: '123456' });
    assert.deepEqual(refused.body.errors, [
      { field: 'code', code: 'wrongCode', message: '验证码错误或已使用，请等待下一个验证码。' },
    ]);
    assert.equal((await second({ token, code: first })).status, 422, 'it was used to confirm');
    const code = codeOf(secret, 1);
    const entered = await second({ token, code });
    assert.equal(entered.status, 200);
    assert.match(String(entered.headers['set-cookie']), /guanxi\.session_token/);
    assert.equal((await second({ token, code: codeOf(secret, 1) })).status, 404, 'the sign-in is done');
    const next = (await signIn()).body.token;
    assert.equal((await second({ token: next, code })).status, 422, 'a code works once');
  });

  it('lets in with a recovery code when the phone is gone, each once, however it is typed', async () => {
    const [one = '', other = ''] = recovery;
    const typed = one.toUpperCase().replace('-', ' ');
    assert.equal((await second({ token: (await signIn()).body.token, code: typed })).status, 200);
    assert.equal((await second({ token: (await signIn()).body.token, code: one })).status, 422);
    assert.equal((await product.ask('GET', '/api/second-factor')).body.recoveryCodes, 9);
    const renewed = await product.ask('POST', '/api/second-factor/recovery-codes', { password });
    assert.equal(renewed.body.recoveryCodes.length, 10);
    assert.equal((await second({ token: (await signIn()).body.token, code: other })).status, 422);
  });

  it('stops those who guess codes', async () => {
    const { token } = (await signIn()).body;
    const answers = [];
    for (let n = 0; n < 12; n++) answers.push((await second({ token, code: `00000${n % 10}` })).status);
    assert.equal(answers.at(-1), 429);
    await product.pool.query('delete from guanxi.attempt');
    await later();
    assert.equal((await second({ token, code: codeOf(secret) })).status, 200);
  });

  it('is demanded by role: set up at the next sign-in, and not turned off again', async () => {
    const person = { ...wu, name: '吴桐', roles: ['salesRepresentative'] };
    const colleague = await product.colleague(person);
    const policy = { secondFactorRoles: ['salesRepresentative'] };
    assert.equal((await colleague('PUT', '/api/sign-in-policy', policy)).status, 403);
    const unknown = await product.ask('PUT', '/api/sign-in-policy', { secondFactorRoles: ['king'] });
    assert.deepEqual([unknown.status, unknown.body.errors[0].field], [422, 'secondFactorRoles']);
    assert.deepEqual((await product.ask('PUT', '/api/sign-in-policy', policy)).body, policy);
    const { token, next } = (await signIn(wu)).body;
    assert.equal(next, 'enrol');
    const { body: enrolment } = await stranger('POST', '/api/auth/second-factor/enrol', { token });
    const entered = await second({ token, code: codeOf(enrolment.secret) });
    assert.equal(entered.body.recoveryCodes.length, 10);
    assert.equal((await colleague('GET', '/api/second-factor')).body.demanded, true);
    const off = await colleague('POST', '/api/second-factor/remove', { password: wu.password });
    assert.deepEqual([off.status, off.body.code], [403, 'secondFactorDemanded']);
    assert.equal((await signIn(wu)).body.next, 'code');

    const reset = `/api/people/${colleague.id}/second-factor`;
    assert.equal((await colleague('DELETE', reset)).status, 403);
    assert.equal((await product.ask('DELETE', reset)).status, 204);
    assert.equal((await signIn(wu)).body.next, 'enrol');
  });

  it('comes with passkeys that are added by whoever gives the password anew, and not by who finds a browser open', async () => {
    const begin = (body: object) => product.ask('POST', '/api/passkeys/begin', body);
    const refused = async (body: object) => (await begin(body)).body.errors[0];
    assert.deepEqual([(await refused({})).field, (await refused({})).code], ['password', 'required']);
    assert.equal((await refused({ password: 'a guess' })).code, 'wrongPassword');
    const begun = await begin({ password });
    assert.equal(begun.status, 200);
    assert.match(begun.body.challenge, /^[\w-]{20,}$/);
  });

  it('an administrator signs somebody out everywhere, who may come in again, and the audit knows', async () => {
    const he = await product.colleague({
      name: '唐宁',
      email: 'tang@hengyue.example',
      roles: ['salesManager'],
      password: wu.password,
    });
    const path = `/api/people/${he.id}/sessions`;
    assert.equal((await he('DELETE', path)).status, 403);
    const { id } = (await product.ask('GET', '/api/meta')).body.user;
    assert.equal((await product.ask('DELETE', `/api/people/${id}/sessions`)).status, 403);
    assert.equal((await product.ask('DELETE', '/api/people/nobody/sessions')).status, 404);
    assert.equal((await product.ask('DELETE', path)).status, 204);
    assert.equal((await he('GET', '/api/meta')).status, 401);
    assert.equal((await product.ask('GET', '/api/meta')).status, 200);
    const again = await signIn({ email: 'tang@hengyue.example', password: wu.password });
    assert.ok(again.headers['set-cookie']);
    const [entry] = (await product.ask('GET', '/api/audit?kind=session.ended')).body.entries;
    assert.deepEqual([entry.actor.id, entry.subject], [id, `person/${he.id}`]);
  });

  it('is turned off with the password, and all of it stands in the audit', async () => {
    assert.equal((await product.ask('POST', '/api/second-factor/remove', { password })).status, 204);
    assert.deepEqual((await signIn()).body, { user: { email } });
    const { rows } = await product.pool.query(
      `select kind, count(*)::int as n from guanxi.audit_entry where kind ~ 'secondFactor|recovery|Policy' group by kind order by kind`,
    );
    assert.deepEqual(
      rows.map(({ kind, n }) => [kind, n]),
      [
        ['recoveryCode.used', 1],
        ['recoveryCodes.renewed', 1],
        ['secondFactor.enabled', 2],
        ['secondFactor.removed', 2],
        ['signInPolicy.changed', 1],
      ],
    );
  });
});
