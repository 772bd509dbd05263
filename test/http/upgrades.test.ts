import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { asSystem } from '#engine/access/actor.ts';
import { createIdentity } from '#engine/identity/identity.ts';
import { createRecords } from '#engine/records/create.ts';
import { migrateWorkspace } from '#engine/schema/migrate.ts';
import { createApplication } from '#main/application.ts';
import { workspaceOf } from '#main/workspace-of.ts';
import { company, type Product, startProduct } from './product.ts';

const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url));
const secret = 's'.repeat(40);

describe('an upgrade of three companies, of which one cannot be upgraded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-upgrades-'));
  const keys = new Map<string, string>();
  let product: Product;
  let upgraded: FastifyInstance;

  before(async () => {
    product = await startProduct();
    for (const name of ['branch', 'twin']) await found(name);
    const { pool } = product;
    // As if the new version demanded what the twin's records do not keep.
    await pool.query('drop index ws_twin.user_email_unique');
    await pool.query(`insert into ws_twin."user" (id, version, "createdAt", "updatedAt", name, email)
      select gen_random_uuid(), 1, now(), now(), '双胞胎', email from ws_twin."user"`);
    for (const name of ['main', 'branch', 'twin']) {
      await pool.query(`drop index ws_${name}.account_newest`);
      await pool.query(`alter table ws_${name}.account add column telex text`);
    }
    const reports: string[] = [];
    const { error } = console;
    console.error = (line: string) => reports.push(line);
    upgraded = await createApplication({
      ...{ pool, registry: product.registry, secret, baseUrl: 'http://127.0.0.1:3000' },
    }).finally(() => {
      console.error = error;
    });
    assert.match(
      reports.join('\n'),
      /The data of twin could not be brought up to date.*\n.*user\.email must be unique/,
    );
  });
  after(() => upgraded?.close());

  async function found(name: string): Promise<void> {
    const { pool, database, registry } = product;
    const identity = await createIdentity({ pool, secret, baseUrl: 'http://127.0.0.1:3000' });
    const { company: label, currency, locale, timeZone } = company;
    const settings = { company: label, currency, currencies: { [currency]: '1' }, locale, timeZone };
    const workspace = workspaceOf({ name, label, schema: `ws_${name}`, settings });
    await migrateWorkspace(database, registry, workspace, new Date());
    await identity.workspaces.create({ name, settings });
    const context = {
      registry,
      database,
      workspace,
      now: Date.now(),
      actor: asSystem('test'),
    };
    const email = `${name}@hengyue.example`;
    const [made] = await createRecords(context, registry.people, [
      { values: { name, email, roles: ['administrator'], locale: 'zh-CN' } },
    ]);
    const { id: userId } = JSON.parse(made as string) as { id: string };
    await identity.people.createSignIn({ workspace: name, userId, email, name });
    const [owner] = await identity.people.find(email);
    assert.ok(owner);
    const { key } = await identity.apiKeys.create(owner, { name: 'test' });
    keys.set(name, key);
  }

  const accounts = (name: string) =>
    upgraded.inject({
      url: '/api/records/account',
      headers: { authorization: `Bearer ${keys.get(name)}`, 'accept-language': 'zh-CN' },
    });

  const indexed = async (name: string) =>
    (await product.pool.query(`select to_regclass('ws_${name}.account_newest') is not null as there`)).rows[0]
      .there;

  /** Runs a command beside the running server. */
  const guanxi = (...parameters: string[]) =>
    new Promise<{ code: number; out: string; error: string }>((resolve) => {
      const env = {
        ...process.env,
        DATABASE_URL: product.pool.options.connectionString,
        ...{ GUANXI_DATA: folder, GUANXI_SECRET: secret },
      };
      execFile(process.execPath, [program, ...parameters], { env }, (failure, out, error) =>
        resolve({ code: failure ? Number(failure.code) : 0, out, error }),
      );
    });

  it('serves those that are up to date, and tells the other why it is not served', async () => {
    assert.equal((await accounts('branch')).statusCode, 200);
    assert.equal(await indexed('main'), true);
    assert.equal(await indexed('branch'), true);
    const refused = await accounts('twin');
    assert.equal(refused.statusCode, 503);
    assert.match(refused.json().detail, /未能升级/);
    assert.equal(await indexed('twin'), false);
  });

  it('is shown by a dry run in sentences and SQL, which changes nothing', async () => {
    await product.pool.query('drop index ws_branch.account_newest');
    const { code, out } = await guanxi('migrate', '--dry-run');
    assert.equal(code, 1);
    assert.match(out, /^main \(衡岳工业\): up to date$/m);
    assert.match(
      out,
      /^ {2}Make the index account_newest\.\n {6}create index "account_newest" on "ws_branch"\."account" /m,
    );
    assert.match(
      out,
      /✖ user\.email must be unique, and 1 values are there more than once: twin@hengyue\.example \(2×\)/,
    );
    assert.match(out, /Kept though nothing declares it any more: account\.telex \(0 values\)/);
    assert.equal(await indexed('branch'), false);
  });

  it('is made by a command, which says what stayed as it was', async () => {
    const { code, out, error } = await guanxi('migrate');
    assert.equal(code, 1);
    assert.match(out, /^2 of 3 workspaces are up to date\.$/m);
    assert.match(error, /^twin stays as it was\. user\.email must be unique/m);
    assert.equal(await indexed('branch'), true);
  });

  it('removes what nothing declares only for who has seen what is lost', async () => {
    const shown = await guanxi('migrate', '--drop-retired');
    assert.match(shown.out, /^branch: account\.telex with 0 values would be lost\.$/m);
    const confirm = /--confirm (\S+)$/m.exec(shown.out)?.[1] ?? '';
    await product.pool.query(`update ws_main.account set telex = '1'`);
    const done = await guanxi('migrate', '--drop-retired', '--confirm', confirm);
    assert.match(done.out, /^branch: removed account\.telex\.$/m);
    const { rows } = await product.pool.query(
      `select count(*)::int as left from information_schema.columns where column_name = 'telex'`,
    );
    assert.equal(rows[0].left, 0);
  });
});
