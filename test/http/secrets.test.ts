import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { folderBackupStore } from '#engine/backup/folder-backup-store.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { company, type Product, startProduct } from './product.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'guanxi-secrets-'));

describe('what the server writes to its log', () => {
  const passphrase = 'seven bamboos behind the wall';
  const metricsToken = 'known to prometheus alone';
  const written: string[] = [];
  const streams = [process.stdout, process.stderr] as const;
  const originals = streams.map((stream) => stream.write);
  let product: Product;

  before(async () => {
    streams.forEach((stream, index) => {
      stream.write = (...parameters: unknown[]) => {
        written.push(String(parameters[0]));
        return Reflect.apply(originals[index] as () => boolean, stream, parameters);
      };
    });
    product = await startProduct({
      ...{ metricsToken, directory: newFolder(), requestLine: (line) => written.push(line) },
      backups: { store: folderBackupStore(newFolder()), passphrase },
      files: { store: folderStore(newFolder()), limit: 1_000_000 },
    });
  });
  after(() => {
    streams.forEach((stream, index) => {
      stream.write = originals[index] as typeof stream.write;
    });
  });

  it('holds no password, key, token, cookie or personal word, whether requests succeed, are refused or fail', async () => {
    const { ask, as, pool } = product;
    const secrets = [
      ...[company.password, passphrase, metricsToken, 's'.repeat(40)],
      ...['wrong horse battery', 'a new morning by the lake', 'client secret of the provider'],
      ...['顾客王小明的秘密', '13800138111', 'wang.xiaoming@customer.example', 'looked-for-in-the-address'],
    ];
    const { email } = company;
    assert.equal((await as({})('POST', '/api/setup', company)).status, 409);
    await as({})('POST', '/api/auth/sign-in/email', { email, password: 'wrong horse battery' });
    await as({})('POST', '/api/auth/sign-in/email', { email, password: company.password });
    const { key } = (await ask('POST', '/api/api-keys', { name: '同步' })).body;
    const { link } = (await ask('POST', '/api/second-factor', { password: company.password })).body;
    const { secret } = Object.fromEntries(new URL(link ?? 'otpauth://x/?secret=none').searchParams);
    await ask('POST', '/api/auth/change-password', {
      currentPassword: 'wrong horse battery',
      newPassword: 'x',
    });
    await ask('POST', '/api/sign-in-providers', {
      ...{ kind: 'oidc', name: 'P', domains: ['hengyue.example'], issuer: 'https://login.hengyue.example' },
      ...{ clientId: 'guanxi', clientSecret: 'client secret of the provider' },
    });
    await as({})('GET', `/api/metrics?token=${encodeURIComponent(metricsToken)}`);
    await as({ authorization: `Bearer ${metricsToken}` })('GET', '/api/metrics');
    await as({ authorization: `Bearer ${key}` })('GET', '/api/search?q=looked-for-in-the-address');
    const person = {
      ...{ lastName: '顾客王小明的秘密', mobile: '13800138111' },
      email: 'wang.xiaoming@customer.example',
    };
    assert.equal((await ask('POST', '/api/records/contact', person)).status, 201);
    assert.equal((await ask('POST', '/api/records/contact', { ...person, mobile: {} })).status, 422);
    // A failure of our own: the table does not take the row, and PostgreSQL tells all about it.
    await pool.query(`create function ws_main.broken() returns trigger language plpgsql as $$
      begin raise exception 'broken' using detail = new::text; end $$;
      create trigger broken before insert on ws_main.contact for each row execute function ws_main.broken()`);
    const another = { ...person, email: 'another@customer.example', mobile: '13800138112' };
    const { status, body } = await ask('POST', '/api/records/contact', another);
    assert.equal(status, 500, JSON.stringify(body));
    assert.doesNotMatch(JSON.stringify(body), /broken|plpgsql|at \w+ \(/);
    const log = written.join('');
    assert.match(log, /"route":"\/api\/records\/:object"/);
    assert.match(log, /error: broken/);
    const cookie = decodeURIComponent(String(ask.headers.cookie)).split('=')[1] ?? '';
    assert.ok(String(key).length > 20 && cookie.length > 20);
    for (const known of [...secrets, key, secret, cookie, cookie.split('.')[0] ?? cookie])
      assert.ok(!log.includes(String(known)), `${known} stands in the log: ${around(log, String(known))}`);
  });
});

function around(log: string, word: string): string {
  const at = log.indexOf(word);
  return log.slice(Math.max(0, at - 300), at + 100);
}
