import pg from 'pg';
import { createPool } from '#engine/database/database.ts';
import { startTestServer } from './database-server.ts';

const created: string[] = [];
let server: Promise<{ url: string; stop(): Promise<void> }> | undefined;

/**
 * The address of a new database of this test file's own, dropped when the file has ended: an empty one, or a copy of
 * the template of that name. It is on the server of the test run, or for a file run alone on one that starts for the
 * purpose.
 */
export async function testDatabase(template = 'template1'): Promise<string> {
  const { url } = await testServer();
  const name = `test_${process.pid}_${created.length + 1}`;
  created.push(name);
  await administer(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    // Copied as files it takes a third of the processor's time that it takes page by page through the log.
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return addressOf(url, name);
}

/** A pool of few connections: each plans every statement anew, which takes longer than what tests ask. */
export function smallPool(address: string): pg.Pool {
  return createPool(address, 3);
}

export interface Template {
  readonly name: string;
  /** What its maker wanted to be known of it. */
  readonly note: string;
}

/**
 * A database that all files of a test run take copies of, made by the first that asks. `make` fills it, leaves no
 * connection open, and answers the note. A file that runs alone has nobody to share with: `undefined`.
 */
export async function sharedTemplate(
  called: string,
  make: (address: string) => Promise<string>,
): Promise<Template | undefined> {
  const run = process.env.GUANXI_TEST_RUN;
  if (!run) return undefined;
  const { url } = await testServer();
  const name = `test_${run}_${called}`;
  return administer(url, async (client) => {
    const note = async () => {
      const text = `select shobj_description(oid, 'pg_database') as note from pg_database where datname = $1`;
      return (await client.query<{ note: string | null }>(text, [name])).rows[0]?.note ?? undefined;
    };
    await client.query(`select pg_advisory_lock(hashtext('${name}'))`);
    let known = await note();
    if (known === undefined) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      known = await make(addressOf(url, name));
      await client.query(`comment on database ${name} is ${client.escapeLiteral(known)}`);
    }
    return { name, note: known };
  });
}

function addressOf(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}

function testServer() {
  const given = process.env.GUANXI_TEST_DATABASE_URL;
  server ??= given ? Promise.resolve({ url: given, stop: async () => undefined }) : startPrivateServer();
  return server;
}

async function startPrivateServer() {
  const started = await startTestServer();
  await administer(started.url, dropAbandoned);
  return started;
}

async function administer<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Drops what test processes that were killed have left. */
async function dropAbandoned(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'test\\_%'`,
  );
  for (const { name } of rows) {
    if (!isAlive(Number(name.split('_')[1])))
      await client.query(`drop database if exists ${name} with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

// Comes after every test and hook, when all connections of the file are closed.
process.once('beforeExit', async () => {
  if (!server) return;
  const { url, stop } = await server;
  await administer(url, async (client) => {
    for (const name of created) await client.query(`drop database if exists ${name} with (force)`);
  });
  await stop();
});
