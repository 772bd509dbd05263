import pg from 'pg';
import { startTestServer } from './database-server.ts';

const created: string[] = [];
let server: Promise<{ url: string; stop(): Promise<void> }> | undefined;

/**
 * The address of a new, empty database of this test file's own, dropped when the file has ended. It is
 * on the server of the test run, or for a file run alone on one that starts for the purpose.
 */
export async function testDatabase(): Promise<string> {
  const { url } = await testServer();
  const name = `test_${process.pid}_${created.length + 1}`;
  created.push(name);
  await administer(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  });
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

async function administer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
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
