import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { type Product, startProduct } from './product.ts';

const script = `console.log(${JSON.stringify('关系'.repeat(800))});`;

describe('every answer', () => {
  const client = mkdtempSync(join(tmpdir(), 'guanxi-client-'));
  let product: Product;

  before(async () => {
    mkdirSync(join(client, 'assets'));
    cpSync('src/web/index.html', join(client, 'index.html'));
    writeFileSync(join(client, 'assets/main-a1b2c3.js'), script);
    writeFileSync(join(client, 'assets/main-a1b2c3.js.br'), brotliCompressSync(script));
    product = await startProduct({ client });
  });
  after(() => rmSync(client, { recursive: true }));

  it('keeps browsers safe', async () => {
    const urls = [
      '/',
      '/records/team',
      '/assets/main-a1b2c3.js',
      '/api/meta',
      '/api/records/nothing',
      '/api/nowhere',
      '/api/setup',
    ];
    for (const url of urls) {
      const { headers } = await product.ask('GET', url);
      assert.equal(headers['x-content-type-options'], 'nosniff', url);
      if (!url.startsWith('/api/')) assert.equal(headers['referrer-policy'], 'same-origin', url);
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, url);
      assert.match(String(headers['x-request-id']), /^[\w-]{36}$/, url);
      assert.doesNotMatch(String(headers['content-security-policy']), /script-src[^;]*unsafe/, url);
      assert.match(String(headers['content-security-policy']), /base-uri 'none'|default-src 'none'/, url);
    }
  });

  it('ASVS-13.2.2 is given by a server that may change no table, and rewrite no log', async () => {
    const { serving, ask } = product;
    for (const statement of [
      'create schema ws_other',
      'create table ws_main.other (id integer)',
      'alter table ws_main.team add column other integer',
      'drop table ws_main.team',
      'truncate ws_main.event',
      'drop trigger event_append_only on ws_main.event',
      'alter table guanxi.audit_entry disable trigger all',
      'create or replace function ws_main.refuse_rewriting() returns trigger language plpgsql as $$ begin return new; end $$',
      "set session_replication_role = 'replica'",
      'create database other',
      'set role guanxi',
    ])
      await assert.rejects(serving.query(statement), { code: '42501' }, statement);
    const field = { object: 'team', type: 'text', labelEn: 'Motto', unique: true };
    const { status, body } = await ask('POST', '/api/records/customField', field);
    assert.equal(status, 201, 'what an administrator adds is made by the owner');
    const made = await ask('POST', '/api/records/team', { name: 'Pioneers', [body.name]: 'Onwards' });
    assert.equal(made.body[body.name], 'Onwards');
  });

  it('carries the sender’s own request id when it is fit to be logged', async () => {
    const id = async (given: string) =>
      (await product.ask('GET', '/api/health', undefined, { 'x-request-id': given })).headers['x-request-id'];
    assert.equal(await id('order-sync:2026-11-24.7'), 'order-sync:2026-11-24.7');
    assert.notEqual(await id('<script>alert(1)</script>'), '<script>alert(1)</script>');
  });

  it('is kept by browsers only as long as it is true', async () => {
    const kept = async (url: string) => (await product.ask('GET', url)).headers['cache-control'];
    assert.equal(await kept('/assets/main-a1b2c3.js'), 'public, max-age=31536000, immutable');
    assert.equal(await kept('/records/team'), 'no-cache');
    assert.equal(await kept('/api/records/team'), 'no-store');
    const first = await product.ask('GET', '/api/meta');
    const again = { 'if-none-match': String(first.headers.etag) };
    assert.deepEqual(
      [first.status, (await product.ask('GET', '/api/meta', undefined, again)).status],
      [200, 304],
    );
    await product.ask('PATCH', '/api/me', { locale: 'en' });
    assert.equal((await product.ask('GET', '/api/meta', undefined, again)).status, 200);
  });

  it('lets each page make styles by a secret of its own, and nobody else', async () => {
    const secrets = [];
    for (const url of ['/', '/records/team']) {
      const { body, headers } = await product.ask('GET', url);
      const [, secret] = /<meta property="csp-nonce" nonce="([\w+/=]{24})" \/>/.exec(body) ?? [];
      const [, styles] = /style-src ([^;]+);/.exec(String(headers['content-security-policy'])) ?? [];
      assert.equal(styles, `'self' 'nonce-${secret}'`);
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/);
      secrets.push(secret);
    }
    assert.notEqual(secrets[0], secrets[1]);
  });

  it('is compressed when it is large and the client can read it', async () => {
    for (const url of ['/api/meta', '/assets/main-a1b2c3.js']) {
      const headers = { ...product.ask.headers, 'accept-encoding': 'br, gzip' };
      const [plain, small] = await Promise.all([
        product.app.inject({ url, headers: product.ask.headers }),
        product.app.inject({ url, headers }),
      ]);
      assert.equal(small.headers['content-encoding'], 'br', url);
      assert.deepEqual(brotliDecompressSync(small.rawPayload), plain.rawPayload, url);
      assert.ok(small.rawPayload.length * 2 < plain.rawPayload.length, url);
    }
  });
});

describe('rate limits', () => {
  let product: Product;
  before(async () => {
    product = await startProduct({
      ...{ rates: { caller: 20, stranger: 10 }, baseUrl: 'https://crm.hengyue.example' },
    });
  });

  it('do not keep browsers from hearing that there is nothing but https', async () => {
    const { headers } = await product.as({})('GET', '/api/health');
    assert.equal(headers['strict-transport-security'], 'max-age=31536000; includeSubDomains');
  });

  it('tell a caller how much is left, and when to come again', async () => {
    const { key } = (await product.ask('POST', '/api/api-keys', { name: '仓库同步' })).body;
    const sync = product.as({ authorization: `Bearer ${key}` });
    const answers = [];
    for (let count = 0; count < 21; count++) answers.push(await sync('GET', '/api/records/team'));
    assert.deepEqual([answers[0]?.status, answers[0]?.headers['ratelimit-remaining']], [200, '19']);
    const last = answers.at(-1);
    assert.deepEqual([last?.status, last?.body.type], [429, 'urn:guanxi:problem:tooMany']);
    assert.match(String(last?.headers['content-type']), /^application\/problem\+json/);
    assert.ok(Number(last?.headers['retry-after']) > 0 && Number(last?.headers['retry-after']) <= 60);
    assert.equal((await product.ask('GET', '/api/records/team')).status, 200, 'others go on');
  });

  it('stop strangers by their address, however they call themselves', async () => {
    const ask = (count: number) =>
      product.as({ authorization: `Bearer guanxi_${count}` })('GET', '/api/meta');
    const answers = [];
    for (let count = 0; count < 12; count++) answers.push((await ask(count)).status);
    assert.equal(answers.at(-1), 429);
    assert.equal((await product.ask('GET', '/api/me')).status, 200);
    assert.equal((await product.as({})('GET', '/api/health')).status, 200);
  });
});
