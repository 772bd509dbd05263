import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { processExists } from './embedded/process-check.ts';
import { startEmbeddedPostgres } from './embedded.ts';

const isRoot = process.getuid?.() === 0;
const places: string[] = [];
const children = new Set<ChildProcess>();

after(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const place of places) {
    kill(place, 'SIGQUIT');
    rmSync(place, { recursive: true, force: true });
  }
});

/** A new directory that every user may enter. */
function newPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'guanxi-embedded-'));
  chmodSync(place, 0o755);
  places.push(place);
  return place;
}

function postmasterPid(place: string): number | undefined {
  const path = join(place, 'cluster', 'postmaster.pid');
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : undefined;
}

function kill(place: string, signal: NodeJS.Signals): void {
  const pid = postmasterPid(place);
  if (pid !== undefined && processExists(pid)) process.kill(pid, signal);
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A process that runs the database as the product's server does; `line` waits for what it says. */
function startInChild(place: string) {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(import.meta.resolve('./embedded.ts'))});
    const database = await startEmbeddedPostgres({ directory: ${JSON.stringify(place)} });
    const listening = setInterval(() => undefined, 1000);
    process.on('SIGTERM', () => database.stop().then(() => clearInterval(listening)));
    console.log(database.url);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'pipe' });
  children.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = async (pattern: RegExp): Promise<string> => {
    for (let waited = 0; waited < 20_000; waited += 10) {
      const found = pattern.exec(output)?.[0];
      if (found) return found;
      await pause(10);
    }
    throw new Error(`The process did not say ${pattern}: ${output}`);
  };
  return { child, ended, line, url: () => line(/postgres:\/\/\S+/) };
}

test('a first start creates a UTF-8 database for our eyes only, a second one keeps data and address and is quick', async () => {
  const place = newPlace();
  const first = await startEmbeddedPostgres({ directory: place });
  await query(
    first.url,
    `create table customer (name text); insert into customer values ('张伟'), ('Zoë'), ('abc')`,
  );
  await first.stop();
  assert.equal(postmasterPid(place), undefined);

  const began = performance.now();
  const second = await startEmbeddedPostgres({ directory: place });
  const took = performance.now() - began;
  assert.ok(took < 1500, `the second start took ${Math.round(took)} ms`);
  assert.equal(second.url, first.url);
  const rows = await query<{ name: string }>(second.url, 'select name from customer order by name');
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['Zoë', 'abc', '张伟'],
  );
  const [settings] = await query<Record<string, string>>(
    second.url,
    `select datlocprovider provider, datlocale locale, pg_encoding_to_char(encoding) encoding,
       current_setting('fsync') fsync, current_setting('synchronous_commit') commit,
       current_setting('listen_addresses') listen, current_setting('max_connections') connections,
       to_tsvector('simple', '张伟') is not null and upper('ñ') = 'Ñ' folds
     from pg_database where datname = current_database()`,
  );
  assert.deepEqual(settings, {
    provider: 'b',
    locale: 'C.UTF-8',
    encoding: 'UTF8',
    fsync: 'on',
    commit: 'on',
    listen: '127.0.0.1',
    connections: '60',
    folds: true,
  });
  assert.equal(statSync(join(place, 'cluster', 'guanxi.json')).mode & 0o077, 0);
  assert.equal(statSync(join(place, 'cluster')).mode & 0o077, 0);
  const withoutPassword = second.url.replace(/guanxi:\w+@/, 'guanxi:guess@');
  await assert.rejects(query(withoutPassword, 'select 1'), /password authentication failed/);
  await second.stop();
});

test('the server runs as a user without privileges when we are root', { skip: !isRoot }, async () => {
  const place = newPlace();
  const database = await startEmbeddedPostgres({ directory: place });
  assert.notEqual(statSync(`/proc/${postmasterPid(place)}`).uid, 0);
  await database.stop();
});

test('under a directory closed to that user the files go elsewhere, and we say where', {
  skip: !isRoot,
}, async () => {
  const place = newPlace();
  chmodSync(place, 0o700);
  const directory = join(place, 'database');
  const said: string[] = [];
  const first = await startEmbeddedPostgres({ directory, report: (line) => said.push(line) });
  const target = readlinkSync(join(directory, 'cluster'));
  places.push(target);
  assert.match(said.join('\n'), new RegExp(`was created in ${target}`));
  await query(first.url, 'create table kept (name text)');
  await first.stop();
  const second = await startEmbeddedPostgres({ directory });
  assert.deepEqual(await query(second.url, 'select name from kept'), []);
  await second.stop();
});

test('a second server on the same directory is refused and told who has it; the first is not disturbed', async () => {
  const place = newPlace();
  const first = startInChild(place);
  const url = await first.url();
  const pid = postmasterPid(place);
  await assert.rejects(
    startEmbeddedPostgres({ directory: place }),
    new RegExp(`Another Guanxi server \\(process ${first.child.pid}\\) uses the database in ${place}`),
  );
  assert.deepEqual(await query(url, 'select 1 as one'), [{ one: 1 }]);
  assert.equal(postmasterPid(place), pid);
  first.child.kill('SIGTERM');
  assert.equal(await first.ended, 0);
  assert.equal(postmasterPid(place), undefined);
});

test('after a kill -9 of our server the next one takes over the database that still runs', async () => {
  const place = newPlace();
  const first = startInChild(place);
  const url = await first.url();
  await query(url, `create table customer (name text); insert into customer values ('Müller')`);
  const pid = postmasterPid(place);
  first.child.kill('SIGKILL');
  await first.ended;

  const second = await startEmbeddedPostgres({ directory: place });
  assert.equal(second.url, url);
  assert.equal(postmasterPid(place), pid);
  assert.deepEqual(await query(second.url, 'select name from customer'), [{ name: 'Müller' }]);
  await second.stop();
  assert.equal(postmasterPid(place), undefined);
});

test('after a kill -9 of both, what was committed is there at the next start', async () => {
  const place = newPlace();
  const first = startInChild(place);
  const url = await first.url();
  await query(url, `create table customer (name text); insert into customer values ('李娜')`);
  first.child.kill('SIGKILL');
  await first.ended;
  kill(place, 'SIGKILL');

  const second = await startEmbeddedPostgres({ directory: place });
  assert.deepEqual(await query(second.url, 'select name from customer'), [{ name: '李娜' }]);
  await second.stop();
});

test('a lock file left over, whose process number another program has now, does not hinder the start', async () => {
  const place = newPlace();
  await (await startEmbeddedPostgres({ directory: place })).stop();
  const user = statSync(join(place, 'cluster'));
  const stranger = spawn('sleep', ['60'], isRoot ? { uid: user.uid, gid: user.gid } : {});
  children.add(stranger);
  const lock = [
    stranger.pid,
    join(place, 'cluster'),
    1,
    15_432,
    '',
    '127.0.0.1',
    '        1         1',
    'ready   ',
    '',
  ];
  writeFileSync(join(place, 'cluster', 'postmaster.pid'), lock.join('\n'), { mode: 0o644 });
  const database = await startEmbeddedPostgres({ directory: place });
  assert.deepEqual(await query(database.url, 'select 1 as one'), [{ one: 1 }]);
  await database.stop();
});

test('a kill -9 of PostgreSQL is noticed: it runs again under the same address and pools recover', async () => {
  const place = newPlace();
  const server = startInChild(place);
  const pool = new pg.Pool({ connectionString: await server.url() });
  pool.on('error', () => undefined);
  await pool.query(`create table customer (name text); insert into customer values ('Ana')`);
  kill(place, 'SIGKILL');
  await server.line(/The database has stopped unexpectedly/);
  await server.line(/The database is running again/);
  assert.deepEqual((await pool.query('select name from customer')).rows, [{ name: 'Ana' }]);
  await pool.end();
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.equal(postmasterPid(place), undefined);
});

test('an interrupted creation of the files is started over', async () => {
  const place = newPlace();
  const server = startInChild(place);
  await pause(300);
  server.child.kill('SIGKILL');
  await server.ended;
  const database = await startEmbeddedPostgres({ directory: place });
  assert.deepEqual(await query(database.url, 'select 1 as one'), [{ one: 1 }]);
  assert.deepEqual(readdirSync(place).sort(), ['cluster', 'postgresql.log']);
  await database.stop();
});

test('processes that share a server use one, and the last of them ends it', async () => {
  const place = newPlace();
  const [first, second] = await Promise.all([
    startEmbeddedPostgres({ directory: place, shared: true, settings: { fsync: 'off' } }),
    startEmbeddedPostgres({ directory: place, shared: true, settings: { fsync: 'off' } }),
  ]);
  assert.equal(first.url, second.url);
  assert.deepEqual(await query(second.url, 'show fsync'), [{ fsync: 'off' }]);
  await first.stop();
  assert.deepEqual(await query(second.url, 'select 1 as one'), [{ one: 1 }]);
  await second.stop();
  assert.equal(postmasterPid(place), undefined);
});
