import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { chainKey } from '#engine/audit/chain.ts';
import { verifyAudit } from '#engine/audit/verify-audit.ts';
import { createProviders } from '#engine/identity/providers/providers.ts';
import { BrokenAudit, rotateSecret } from '#engine/sealing/rotate-secret.ts';
import { createApplication } from '#main/application.ts';
import { keptSecret, prepareSecret } from '#main/kept-secret.ts';
import { company, type Product, startProduct } from './product.ts';

const old = 's'.repeat(40);
const next = 'n'.repeat(40);
const number = '99010019870412003X';

describe('ADM-15 the secret of an installation', () => {
  const directory = mkdtempSync(join(tmpdir(), 'guanxi-secret-'));
  let product: Product;
  let contact = '';

  before(async () => {
    product = await startProduct();
    const values = { lastName: '陆', firstName: '文博', nationalId: number };
    contact = (await product.ask('POST', '/api/records/contact', values)).body.id;
    await product.pool.query(
      `insert into guanxi.operation_setting values ('kept', '{"sealed": null, "plain": 1}')`,
    );
    await createProviders(product.pool, old).create(
      'main',
      {
        ...{
          kind: 'oidc',
          label: 'x',
          domains: [],
          provision: false,
          roles: {},
          defaultRoles: [],
          enabled: true,
        },
        settings: { issuer: 'https://id.example', clientId: 'a', clientSecret: 'known to us alone' },
      } as never,
      {},
    );
  });

  const clientSecret = async (secret: string) => {
    const [provider] = await createProviders(product.pool, secret).list('main');
    return (provider?.settings as { clientSecret?: string } | undefined)?.clientSecret;
  };
  const sound = async (secret: string) =>
    (await verifyAudit(product.database, chainKey(secret))).every(({ broken }) => broken === undefined);

  /** Every rotation ends all sessions, at once. */
  const signIn = async (app: FastifyInstance) => {
    const { email, password } = company;
    const payload = { email, password };
    const signedIn = await app.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload });
    return {
      cookie: signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
    };
  };

  it('stays while the audit does not hold, which another one would make pass for genuine', async () => {
    await product.pool.query('alter table guanxi.audit_entry disable trigger all');
    await rotateSecret(product.database, old, old);
    const change = (text: string) =>
      product.pool.query(
        `update guanxi.audit_entry set kind = $1 where id = (select min(id) from guanxi.audit_entry where position is not null)`,
        [text],
      );
    const [{ kind }] = (
      await product.pool.query(
        'select kind from guanxi.audit_entry where position is not null order by id limit 1',
      )
    ).rows;
    await change('changed');
    await assert.rejects(rotateSecret(product.database, old, next), BrokenAudit);
    await change(kind);
    await product.pool.query('alter table guanxi.audit_entry enable trigger all');
    assert.equal(await clientSecret(old), 'known to us alone');
  });

  it('broken off before its end nothing has changed, and the old one goes on', async () => {
    writeFileSync(join(directory, 'secret'), old);
    prepareSecret(directory);
    const cut = new Error('killed');
    await assert.rejects(
      product.database.transaction(async (change) => {
        await rotateSecret(change, old, next);
        throw cut;
      }),
    );
    assert.equal(await keptSecret(directory, product.database), old);
    assert.equal(await clientSecret(old), 'known to us alone');
    assert.equal(await sound(old), true);
    const ask = product.as(await signIn(product.app));
    const shown = await ask('POST', `/api/records/contact/${contact}/reveal`, { field: 'nationalId' });
    assert.deepEqual(shown.body, { value: number });
  });

  it('broken off after it, before the file was renamed, the new one is taken at the next start', async (t) => {
    const prepared = prepareSecret(directory);
    await rotateSecret(product.database, old, prepared);
    assert.ok(existsSync(join(directory, 'secret.next')));
    assert.equal(await keptSecret(directory, product.database), prepared);
    assert.equal(readFileSync(join(directory, 'secret'), 'utf8'), prepared);
    assert.ok(!existsSync(join(directory, 'secret.next')));
    assert.equal(await clientSecret(prepared), 'known to us alone');
    await assert.rejects(clientSecret(old));
    assert.deepEqual([await sound(prepared), await sound(old)], [true, false]);

    const { pool, registry } = product;
    const app = await createApplication({
      pool,
      registry,
      secret: prepared,
      baseUrl: 'http://127.0.0.1:3000',
    });
    t.after(() => app.close());
    const url = `/api/records/contact/${contact}/reveal`;
    const payload = { field: 'nationalId' };
    const stale = await app.inject({ method: 'POST', url, payload, headers: product.ask.headers });
    assert.equal(stale.statusCode, 401, 'what the old secret signed is worth nothing');
    const headers = await signIn(app);
    assert.deepEqual((await app.inject({ method: 'POST', url, payload, headers })).json(), { value: number });
    const { entries } = (await app.inject({ url: '/api/audit?kind=secret.rotated', headers })).json();
    assert.match(entries[0].facts.head, /^\d+:[0-9a-f]{64}$/);
  });

  it('is rotated by a command, which waits for the servers to be stopped', async () => {
    const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url));
    const { GUANXI_SECRET: _, ...rest } = process.env;
    const env = { ...rest, DATABASE_URL: product.pool.options.connectionString, GUANXI_DATA: directory };
    const rotate = (...more: string[]) =>
      new Promise<{ code: number; text: string }>((resolve) => {
        execFile(process.execPath, [program, 'secret', 'rotate', ...more], { env }, (failure, out, error) =>
          resolve({ code: failure ? Number(failure.code) : 0, text: out + error }),
        );
      });
    const before = readFileSync(join(directory, 'secret'), 'utf8');
    const refused = await rotate();
    assert.equal(refused.code, 1);
    assert.match(refused.text, /Stop all servers first/);
    const done = await rotate('--anyway');
    assert.equal(done.code, 0, done.text);
    const after = readFileSync(join(directory, 'secret'), 'utf8');
    assert.notEqual(after, before);
    assert.equal(await clientSecret(after), 'known to us alone');
    assert.equal(await sound(after), true);
  });
});
