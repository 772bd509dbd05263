import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '#test/database.ts';
import { salesData } from '#test/fixtures/files.ts';
import { type Product, startProduct } from './product.ts';

const program = fileURLToPath(new URL('../../src/main/cli.ts', import.meta.url));

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-command-line-'));
  let product: Product;
  let url = '';

  before(async () => {
    product = await startProduct();
    url = product.pool.options.connectionString ?? '';
  });

  /** Runs a command beside the running server. */
  const guanxi = (...parameters: string[]) => guanxiWith({}, ...parameters);
  const guanxiWith = (more: NodeJS.ProcessEnv, ...parameters: string[]) =>
    new Promise<{ code: number; out: string; error: string }>((resolve) => {
      const env = {
        ...process.env,
        DATABASE_URL: url,
        GUANXI_DATA: folder,
        GUANXI_SECRET: 's'.repeat(40),
        ...more,
      };
      execFile(process.execPath, [program, ...parameters], { env }, (failure, out, error) =>
        resolve({ code: failure ? Number(failure.code) : 0, out, error }),
      );
    });

  it('helps, and says what it does not know', async () => {
    const help = await guanxi('help');
    assert.equal(help.code, 0);
    for (const command of [
      'user',
      'api-key',
      'import',
      'export',
      'backup',
      'restore',
      'migrate',
      'doctor',
      'workspace',
    ])
      assert.match(help.out, new RegExp(`^  ${command}\\b`, 'm'));
    assert.equal((await guanxi('dance')).code, 2);
  });

  it('creates people and prints an API key alone, which then works', async () => {
    const created = await guanxi(
      'user',
      'create',
      '--email',
      'na@hengyue.example',
      '--name',
      '李娜',
      '--role',
      'salesRepresentative',
    );
    assert.equal(created.code, 0, created.error);
    assert.match(
      (await guanxi('user', 'list')).out,
      /na@hengyue\.example\t李娜\tsalesRepresentative\tactive/,
    );
    const key = await guanxi('api-key', 'create', '--user', 'na@hengyue.example');
    assert.match(key.out, /^\S+\n$/);
    const me = await product.as({ authorization: `Bearer ${key.out.trim()}` })('GET', '/api/me');
    assert.equal(me.body.name, '李娜');
    const nobody = await guanxi('api-key', 'create', '--user', 'nobody@hengyue.example');
    assert.deepEqual([nobody.code, nobody.error.trim()], [1, 'Nobody signs in as nobody@hengyue.example.']);
  });

  it('CUS-15 imports the four files of a sales team with a mapping file, after a dry run that writes nothing', async () => {
    const files = salesData.map(({ path }) => path);
    const tried = await guanxi('import', ...files, '--dry-run');
    assert.equal(tried.code, 1);
    assert.match(tried.out, /“GTXPro” is unknown \(1480×\); is it “GTX Pro”\?/);
    assert.equal((await product.ask('GET', '/api/records/opportunity?count=true&limit=1')).body.count, 0);
    const mapping = join(folder, 'mapping.json');
    writeFileSync(
      mapping,
      JSON.stringify({
        files: [
          {
            name: 'accounts.csv',
            mapping: [
              { column: 'account', field: 'name' },
              { column: 'sector', field: 'industry', values: { technolgy: 'technology' } },
              { column: 'subsidiary_of', field: 'parent' },
            ],
          },
          {
            name: 'sales_teams.csv',
            mapping: [
              { column: 'sales_agent', field: 'name' },
              { column: 'manager', field: 'manager', createMissing: true },
              { column: 'regional_office', field: 'department', createMissing: true },
            ],
          },
          {
            name: 'sales_pipeline.csv',
            mapping: [
              { column: 'opportunity_id', field: 'externalId' },
              { column: 'sales_agent', field: 'owner' },
              { column: 'product', field: 'product', values: { GTXPro: 'GTX Pro' } },
              { column: 'account', field: 'account' },
              { column: 'deal_stage', field: 'stage' },
              { column: 'close_date', field: 'closeDate' },
              { column: 'close_value', field: 'amount' },
              { field: 'name', constant: '{account} · {product}' },
            ],
          },
        ],
      }),
    );
    const done = await guanxi('import', ...files, '--mapping', mapping);
    assert.equal(done.code, 0, done.out + done.error);
    assert.match(
      done.out,
      /sales_pipeline\.csv → opportunity: 8800 created, 0 changed, 0 there already, 0 failed/,
    );
    const { body } = await product.ask(
      'GET',
      '/api/records/opportunity/aggregate?groupBy=stage&measures=count',
    );
    const won = body.groups.find(({ stage }: { stage: string }) => stage === 'won');
    assert.equal(won.count, 4238);
  });

  it('exports to a file and to the standard output', async () => {
    const file = join(folder, 'products.csv');
    assert.equal(
      (
        await guanxi(
          'export',
          'product',
          '--select',
          'name',
          '--headers',
          'names',
          '--sort',
          'name',
          '-o',
          file,
        )
      ).code,
      0,
    );
    assert.equal(readFileSync(file, 'utf8').split('\r\n').slice(0, 2).join(), '\ufeffname,GTK 500');
    const piped = await guanxi('export', 'product', '--select', 'name');
    assert.equal(piped.out.trim().split('\n').length, 8);
    assert.equal((await guanxi('export', 'ship')).code, 1);
  });

  it('says what a migration would do and whether all is well', async () => {
    assert.match((await guanxi('migrate', '--dry-run')).out, /^main \(衡岳工业\): up to date$/m);
    await product.pool.query('alter table ws_main.product drop column code');
    assert.match((await guanxi('migrate', '--dry-run')).out, /add column "code" text/);
    const ill = await guanxi('doctor');
    assert.deepEqual([ill.code, /✖ main: \d+ changes are missing/.test(ill.out)], [1, true]);
    assert.equal((await guanxi('migrate')).code, 0);
    const well = await guanxi('doctor');
    assert.equal(well.code, 0, well.out);
    assert.match((await guanxi('workspace', 'list')).out, /^main\t衡岳工业\topen/);
  });

  it('ADM-05 keeps how the company is set up as a folder, shows what another text would change, and applies it', async () => {
    const place = join(folder, 'configuration');
    assert.equal((await guanxi('configuration', 'export', place)).code, 0);
    const territories = [{ name: '上海', parent: '华东' }, { name: '华东' }];
    writeFileSync(join(place, 'territory.json'), JSON.stringify(territories));
    const planned = await guanxi('configuration', 'plan', place);
    assert.deepEqual(planned.out.match(/^\+.*$/gm), ['+ territory 华东', '+ territory 上海']);
    assert.equal((await guanxi('configuration', 'apply', place)).code, 0);
    const { body } = await product.ask('GET', '/api/records/territory?select=name');
    assert.equal(body.records.length, 2);
  });

  it('INT-19 begins, limits, closes and removes a company, and names who runs the installation', async () => {
    const began = await guanxi(
      ...['workspace', 'create', 'qinghe', '--company', '清河咨询', '--name', '赵敏'],
      ...['--email', 'min@qinghe.example'],
    );
    assert.equal(began.code, 0, began.error);
    assert.match(began.out, /^http\S+$/m);
    const limited = await guanxi('workspace', 'limit', 'qinghe', '--people', '5', '--requests', '100');
    assert.deepEqual(JSON.parse(limited.out), { people: 5, requests: 100 });
    assert.equal((await guanxi('workspace', 'suspend', 'qinghe', '--reason', '未付费')).code, 0);
    assert.match((await guanxi('workspace', 'list')).out, /^qinghe\t清河咨询\tsuspended$/m);
    // While nobody is named, the first company's administrators are who runs the installation.
    assert.equal((await guanxi('workspace', 'remove', 'main')).code, 1);
    assert.equal((await guanxi('operator', 'add', 'lin@hengyue.example')).code, 0);
    assert.match((await guanxi('operator', 'list')).out, /^lin@hengyue\.example\t/m);
    assert.match((await guanxi('workspace', 'remove', 'qinghe', '--days', '9')).out, /will be removed after/);
    const gone = await guanxi('workspace', 'remove', 'qinghe', '--now', '--confirm', 'qinghe');
    assert.equal(gone.out.trim(), '清河咨询 is gone.', gone.error);
  });

  it('PRV-02 makes a copy of the company without its people', async () => {
    const made = await guanxi(
      ...['anonymise', 'main', '--into', 'trial', '--name', '测试', '--email', 'trial@hengyue.example'],
    );
    assert.equal(made.code, 0, made.error);
    assert.match(made.out, /^http\S+$/m);
    const counts = await product.pool.query(
      `select (select count(*) from ws_main.opportunity)::int as ours, (select count(*) from ws_trial.opportunity)::int as theirs`,
    );
    assert.deepEqual(counts.rows, [{ ours: 8800, theirs: 8800 }]);
  });

  it('ADM-02 backs everything up and brings it, with its secret, into an empty place', async () => {
    const to = join(folder, 'backups');
    const refused = await guanxi('backup', '--to', to);
    assert.deepEqual([refused.code, /GUANXI_BACKUP_PASSPHRASE must be too/.test(refused.error)], [1, true]);
    const sealed = { GUANXI_BACKUP_TO: to, GUANXI_BACKUP_PASSPHRASE: 'a long walk by the river' };
    const made = await guanxiWith(sealed, 'backup');
    assert.equal(made.code, 0, made.error);
    assert.match((await guanxiWith(sealed, 'backup', 'list')).out, /^2\d{3}-\S+Z\t\d+\n$/);
    const there = {
      DATABASE_URL: await testDatabase(),
      GUANXI_DATA: join(folder, 'new'),
      GUANXI_SECRET: undefined,
    };
    const restored = await guanxiWith({ ...sealed, ...there }, 'restore');
    assert.match(restored.out, /rows in \d+ tables and \d+ files, all as they were/, restored.error);
    assert.equal(readFileSync(join(folder, 'new', 'secret'), 'utf8'), 's'.repeat(40));
    assert.match((await guanxiWith(there, 'doctor')).out, /main: the schema is up to date/);
  });
});
