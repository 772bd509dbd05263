import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { createPool } from '#engine/database/database.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import { compose } from '#kernel/registry.ts';
import { createApplication } from '#main/application.ts';
import { modules, people } from '#main/modules.ts';
import { testDatabase } from '#test/database.ts';
import { company } from './product.ts';

type Json = ReturnType<JSON['parse']>;

const rows = 12_000;
const many = 4000;
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
});

test('CUS-15 CUS-16 an import and a change of many whose server is killed are taken up by the next, and each row and record is done once', async () => {
  const [address, data] = [await testDatabase(), mkdtempSync(join(tmpdir(), 'guanxi-killed-'))];
  const pool = createPool(address);
  let app: FastifyInstance | undefined;
  after(async () => {
    await app?.close();
    await pool.end();
  });
  const secret = 's'.repeat(40);
  const port = 20_000 + (process.pid % 20_000);
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['src/main/start.ts', '--port', String(port), '--data', data], {
    env: { ...process.env, DATABASE_URL: address, GUANXI_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(server);
  await once(server.stdout, 'data');
  const setUp = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(company),
  });
  assert.equal(setUp.status, 201);
  const cookie = setUp.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const send = async (path: string, body: object): Promise<Json> =>
    (
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  const subjects = Array.from({ length: 1000 }, (_, index) => ({ subject: `巡检 ${index}` }));
  for (let time = 0; time < many / 1000; time++) await send('/api/records/task', subjects);
  const form = new FormData();
  const lines = Array.from({ length: rows }, (_, index) => `远航物流 ${index} 号站,K${index}`);
  form.append('files', new Blob([`客户名称,externalId\n${lines.join('\n')}\n`]), '客户.csv');
  form.append('import', JSON.stringify({ run: true, options: { duplicates: 'create' } }));
  const brought = await fetch(`${url}/api/imports`, { method: 'POST', headers: { cookie }, body: form });
  const { id } = (await brought.json()) as Json;
  const count = async (text: string) => Number((await pool.query(text)).rows[0].count);
  const logged = () => count('select count(*) from ws_main.import_row');
  const asked = { object: 'task', where: {}, do: 'update', values: { priority: 'high' } };
  const changing = await send('/api/bulk', asked);
  const dealtWith = () => count("select count(*) from ws_main.bulk_record where status = 'changed'");
  while ((await logged()) === 0 || (await dealtWith()) === 0) await pause(20);
  server.kill('SIGKILL');
  await once(server, 'exit');

  const half = await logged();
  assert.ok(half > 0 && half < rows, `${half} rows were in when the server died`);
  assert.equal(await count('select count(*) from ws_main.account'), half);
  const some = await dealtWith();
  assert.ok(some > 0 && some < many, `${some} records were changed when the server died`);
  assert.equal(await count("select count(*) from ws_main.task where priority = 'high'"), some);
  // A minute of silence.
  await pool.query("update ws_main.bulk set beat = beat - interval '2 minutes'");
  await pool.query("update ws_main.import set beat = beat - interval '2 minutes'");
  const next = await createApplication({
    ...{ pool, registry: compose(modules, people), secret, baseUrl: url },
    files: { store: folderStore(join(data, 'files')), limit: 50_000_000 },
  });
  app = next;
  let job: Json;
  do {
    await pause(100);
    job = (await next.inject({ url: `/api/imports/${id}`, headers: { cookie } })).json();
  } while (job.state === 'running');
  assert.deepEqual([job.state, job.files[0].created, job.files[0].processed], ['done', rows, rows]);
  assert.equal(await count('select count(*) from ws_main.account'), rows);
  assert.equal(await count('select count(distinct "externalId") from ws_main.account'), rows);
  do {
    await pause(50);
    job = (await next.inject({ url: `/api/bulk/${changing.id}`, headers: { cookie } })).json();
  } while (job.state === 'running');
  assert.deepEqual([job.state, job.changed, job.failed], ['done', many, 0]);
  assert.equal(
    await count("select count(*) from ws_main.task where priority = 'high' and version = 2"),
    many,
  );
});
