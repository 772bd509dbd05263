import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { oidcClient } from '#adapters/oidc/oidc.ts';
import { samlClient } from '#adapters/saml/saml.ts';
import { type OidcServer, startOidcProvider } from '#test/outside/oidc-provider.ts';
import { type SamlMischief, type SamlServer, startSamlProvider } from '#test/outside/saml-provider.ts';
import { type Answer, type Product, startProduct } from './product.ts';

let product: Product;
before(async () => {
  product = await startProduct({ vouching: { oidc: oidcClient({ loopback: true }), saml: samlClient } });
});

const stranger = (cookie = '') => product.as(cookie === '' ? {} : { cookie });
const cookieIn = ({ headers }: Answer) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((each) => each.split(';')[0])
    .join('; ');
const pathOf = (address: string) => address.replace('http://127.0.0.1:3000', '');
const failures = async () =>
  (
    await product.pool.query(
      `select facts->>'why' as why from guanxi.audit_entry where kind = 'signIn.failed' order by id`,
    )
  ).rows.map(({ why }) => why);

const admission = {
  label: '公司账号',
  domains: ['hengyue.example'],
  provision: true,
  defaultRoles: ['salesRepresentative'],
  roles: { managers: ['salesManager'] },
};

describe('ADM-14 single sign-on by OpenID Connect', () => {
  let there: OidcServer;
  let id = '';

  /** A whole sign-in: to the provider's pages and back, with what the browser keeps. */
  async function journey(account: OidcServer['account'], next = '/account') {
    there.account = account;
    const left = await stranger()('GET', `/api/auth/oidc/${id}/start?next=${encodeURIComponent(next)}`);
    assert.equal(left.status, 302);
    const returned = await there.signIn(String(left.headers.location));
    return { cookie: cookieIn(left), returned: pathOf(returned) };
  }
  async function signIn(account: OidcServer['account'], next?: string) {
    const { cookie, returned } = await journey(account, next);
    return stranger(cookie)('GET', returned);
  }

  it('is set up by an administrator, and its secret is shown to nobody again', async () => {
    there = await startOidcProvider();
    const { issuer, clientId, clientSecret } = there;
    const given = { kind: 'oidc', ...admission, issuer, clientId, clientSecret };
    const wrong = await product.ask('POST', '/api/sign-in-providers', {
      ...given,
      domains: ['*'],
      issuer: 'x',
    });
    assert.deepEqual([wrong.status, wrong.body.errors[0].field], [422, 'domains']);
    const made = await product.ask('POST', '/api/sign-in-providers', given);
    assert.equal(made.status, 201);
    id = made.body.id;
    assert.equal(made.body.callback, `http://127.0.0.1:3000/api/auth/oidc/${id}/callback`);
    await there.allow(made.body.callback);
    const kept = await product.ask('PUT', `/api/sign-in-providers/${id}`, { ...given, clientSecret: '' });
    assert.equal(kept.status, 200);
    const list = await product.ask('GET', '/api/sign-in-providers');
    assert.ok(!JSON.stringify(list.body).includes(clientSecret));
    const { rows } = await product.pool.query('select settings from guanxi.sign_in_provider');
    assert.ok(!JSON.stringify(rows).includes(clientSecret));
    const offered = await stranger()('GET', '/api/auth/providers');
    assert.deepEqual(offered.body, { providers: [{ id, kind: 'oidc', label: '公司账号' }] });
  });

  it('enters somebody new of the company, with the roles of his groups, and brings him where he wanted to go', async () => {
    const account = { sub: 'u-1', email: 'han@hengyue.example', name: '韩梅', groups: ['managers', 'all'] };
    const entered = await signIn(account);
    assert.deepEqual([entered.status, entered.headers.location], [303, '/account']);
    const me = await stranger(cookieIn(entered))('GET', '/api/me');
    assert.deepEqual([me.body.name, me.body.roles], ['韩梅', ['salesManager']]);
    const again = await signIn({ ...account, email: 'han.mei@hengyue.example', groups: [] });
    const later = await stranger(cookieIn(again))('GET', '/api/me');
    assert.deepEqual([later.body.id, later.body.roles], [me.body.id, ['salesRepresentative']]);
  });

  it('knows a colleague who signs in by password already by the address', async () => {
    const before = await product.colleague({
      name: '李雷',
      email: 'li@hengyue.example',
      roles: ['salesManager'],
    });
    const entered = await signIn({ sub: 'u-2', email: 'Li@hengyue.example', groups: ['managers'] });
    assert.equal((await stranger(cookieIn(entered))('GET', '/api/me')).body.id, before.id);
    await product.ask('PATCH', `/api/records/user/${before.id}`, { active: false });
    const left = await signIn({ sub: 'u-2', email: 'li@hengyue.example', groups: [] });
    assert.equal(left.headers.location, '/sign-in?problem=accessEnded', 'who is inactive does not come in');
    const { body: back } = await product.ask('PATCH', `/api/records/user/${before.id}`, { active: true });
    assert.deepEqual(back.roles, ['salesManager'], 'nor does the provider give him roles');
    await product.ask('DELETE', `/api/people/${before.id}/sign-in`);
    const shut = await signIn({ sub: 'u-2', email: 'li@hengyue.example' });
    assert.equal(shut.headers.location, '/sign-in?problem=signInDisabled');
  });

  it('asks for the strength that the company wants, and refuses a sign-in that was weaker or does not say', async () => {
    const path = `/api/sign-in-providers/${id}`;
    const { issuer, clientId } = there;
    const given = { kind: 'oidc', ...admission, issuer, clientId };
    const set = (strength: object) => product.ask('PUT', path, { ...given, ...strength });
    const wrong = await set({ acrValues: ['two words'] });
    assert.deepEqual([wrong.status, wrong.body.errors[0].field], [422, 'acrValues']);
    const han = { sub: 'u-1', email: 'han@hengyue.example' };
    const tooWeak = '/sign-in?problem=signInTooWeak';

    assert.equal((await set({ amrValues: ['mfa', 'hwk'] })).status, 200);
    assert.equal((await signIn(han)).headers.location, tooWeak);
    assert.equal((await signIn({ ...han, amr: ['pwd'] })).headers.location, tooWeak);
    assert.equal((await signIn({ ...han, amr: ['pwd', 'mfa'] })).headers.location, '/account');

    assert.equal((await set({ acrValues: ['urn:strong'] })).status, 200);
    const left = await stranger()('GET', `/api/auth/oidc/${id}/start`);
    assert.equal(new URL(String(left.headers.location)).searchParams.get('acr_values'), 'urn:strong');
    assert.equal((await signIn({ ...han, acr: 'urn:weak' })).headers.location, tooWeak);
    assert.equal((await signIn({ ...han, acr: 'urn:strong' })).headers.location, '/account');
    assert.ok((await failures()).includes('signInTooWeak'));
    assert.equal((await set({})).status, 200);
    assert.equal((await signIn(han)).headers.location, '/account');
  });

  it('lets nobody in of another domain, with an address that is not verified, or out of turn', async () => {
    for (const account of [
      { sub: 'x-1', email: 'ceo@other.example' },
      { sub: 'x-2', email: 'lin@hengyue.example', email_verified: false },
      { sub: 'x-3' },
    ])
      assert.equal((await signIn(account)).headers.location, '/sign-in?problem=noVerifiedAddress');
    const other = await journey({ sub: 'u-1', email: 'han@hengyue.example' });
    const forged = await stranger()('GET', other.returned);
    assert.equal(forged.headers.location, '/sign-in?problem=providerFailed', 'another browser');
    const own = await journey({ sub: 'u-1', email: 'han@hengyue.example' });
    assert.equal((await stranger(own.cookie)('GET', own.returned)).headers.location, '/account');
    const twice = await stranger(own.cookie)('GET', own.returned);
    assert.equal(twice.headers.location, '/sign-in?problem=providerFailed', 'a code works once');
    const away = await signIn({ sub: 'u-1', email: 'han@hengyue.example' }, '//evil.example');
    assert.equal(away.headers.location, '/', 'it leads to no other site');
    assert.ok((await failures()).includes('noVerifiedAddress'));
  });

  it('asks no server of this machine or its network unless that is wanted', async () => {
    const guarded = oidcClient();
    const settings = { issuer: there.issuer, clientId: 'x', clientSecret: 'y' };
    const exchange = { redirectUri: 'http://127.0.0.1/', state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
    await assert.rejects(guarded.begin(settings, exchange));
    await assert.rejects(guarded.begin({ ...settings, issuer: 'https://10.0.0.1' }, exchange), {
      cause: new Error('https://10.0.0.1/.well-known/openid-configuration: notPublic'),
    });
  });

  it('ends with the provider: taken away, it lets nobody in', async () => {
    const { cookie, returned } = await journey({ sub: 'u-1', email: 'han@hengyue.example' });
    assert.equal((await product.ask('DELETE', `/api/sign-in-providers/${id}`)).status, 204);
    assert.equal((await stranger(cookie)('GET', returned)).headers.location, '/sign-in?problem=noProvider');
  });
});

describe('ADM-14 single sign-on by SAML 2.0', () => {
  let there: SamlServer;
  let id = '';
  let metadata = '';

  async function answered(mischief?: SamlMischief, email = 'song@hengyue.example', group = 'managers') {
    const left = await stranger()('GET', `/api/auth/saml/${id}/start?next=/account`);
    const form = await there.answer(String(left.headers.location), metadata, { email, group }, mischief);
    return { cookie: cookieIn(left), form };
  }

  /** Posts the answer as the provider's page makes the browser do: from another site, with no cookie of ours. */
  const post = (form: Readonly<Record<string, string>>) =>
    product.as({ origin: 'https://idp.hengyue.example', 'sec-fetch-site': 'cross-site' })(
      ...(['POST', `/api/auth/saml/${id}/callback`, new URLSearchParams(form).toString()] as const),
      { 'content-type': 'application/x-www-form-urlencoded' },
    );

  async function signIn(mischief?: SamlMischief, email?: string, group?: string) {
    const { cookie, form } = await answered(mischief, email, group);
    const posted = await post(form);
    const at = String(posted.headers.location);
    return at.startsWith('/sign-in') ? posted : stranger(cookie)('GET', at);
  }

  it('is set up with the provider’s certificate, and tells the provider about itself', async () => {
    there = await startSamlProvider();
    const { issuer, entryPoint, certificate } = there;
    const given = { kind: 'saml', ...admission, issuer, entryPoint };
    const bad = await product.ask('POST', '/api/sign-in-providers', { ...given, certificates: ['MIIC'] });
    assert.deepEqual([bad.status, bad.body.errors[0].field], [422, 'certificates']);
    const made = await product.ask('POST', '/api/sign-in-providers', {
      ...given,
      certificates: [certificate],
    });
    id = made.body.id;
    const answer = await stranger()('GET', pathOf(made.body.metadata));
    assert.match(String(answer.headers['content-type']), /samlmetadata\+xml/);
    assert.match(answer.body, /WantAssertionsSigned="true"/);
    metadata = answer.body;
  });

  it('lets in whom a signed assertion names, with the roles of his group', async () => {
    const entered = await signIn();
    assert.deepEqual([entered.status, entered.headers.location], [303, '/account']);
    const me = await stranger(cookieIn(entered))('GET', '/api/me');
    assert.deepEqual([me.body.email, me.body.roles], ['song@hengyue.example', ['salesManager']]);
    await product.ask('PATCH', `/api/records/user/${me.body.id}`, { active: false });
    assert.equal((await signIn()).headers.location, '/sign-in?problem=accessEnded');
    await product.ask('PATCH', `/api/records/user/${me.body.id}`, { active: true });
    assert.equal((await signIn()).headers.location, '/account');
  });

  it('refuses what was changed, is meant for another, is too old or unasked', async () => {
    const refused = async (mischief: SamlMischief) => {
      const answer = await signIn(mischief);
      assert.equal(answer.headers.location, '/sign-in?problem=providerFailed', JSON.stringify(mischief));
      assert.ok(!cookieIn(answer).includes('session_token'));
    };
    await refused({ forge: (xml) => xml.replaceAll('song@', 'lin@') });
    await refused({ forge: (xml) => xml.replace(/<ds:Signature .*<\/ds:Signature>/s, '') });
    await refused({ audience: 'https://other.example/metadata' });
    await refused({ late: -3_600_000 });
    await refused({ inResponseTo: '_nobody-asked' });
    assert.equal(
      (await signIn({}, 'ceo@other.example')).headers.location,
      '/sign-in?problem=noVerifiedAddress',
    );
  });

  it('takes an answer once, and only in the browser that asked', async () => {
    const { cookie, form } = await answered();
    const posted = await post(form);
    const at = String(posted.headers.location);
    assert.equal((await post(form)).headers.location, '/sign-in?problem=providerFailed');
    assert.equal((await stranger()('GET', at)).headers.location, '/sign-in?problem=providerFailed');
    assert.equal((await stranger(cookie)('GET', at)).headers.location, '/sign-in?problem=providerFailed');
    assert.ok((await failures()).some((why) => /signature|InResponseTo|audience/i.test(why)));
  });

  it('asks the provider for a level, and refuses a sign-in below it or of which the provider does not say', async () => {
    const { issuer, entryPoint, certificate } = there;
    const classes = 'urn:oasis:names:tc:SAML:2.0:ac:classes';
    const strong = `${classes}:MobileTwoFactorContract`;
    const changed = await product.ask('PUT', `/api/sign-in-providers/${id}`, {
      ...{ kind: 'saml', ...admission, issuer, entryPoint, certificates: [certificate] },
      acrValues: [strong],
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    const tooWeak = '/sign-in?problem=signInTooWeak';
    assert.equal((await signIn()).headers.location, tooWeak);
    assert.equal((await signIn({ contextClass: `${classes}:Password` })).headers.location, tooWeak);
    assert.equal((await signIn({ contextClass: strong })).headers.location, '/account');
    const left = await stranger()('GET', `/api/auth/saml/${id}/start`);
    const request = new URL(String(left.headers.location)).searchParams.get('SAMLRequest') ?? '';
    assert.match(inflateRawSync(Buffer.from(request, 'base64')).toString(), new RegExp(strong));
  });
});
