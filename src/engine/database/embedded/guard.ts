import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Cluster } from './cluster.ts';
import { databaseUrl } from './connection.ts';

/**
 * A connection that stays open as long as we use the server. It holds a lock that keeps other
 * processes out and ends with us however we die, and its loss tells that the server has died.
 */
export interface Guard {
  /** Gives the server up; true when nobody else uses it, so that it is ours to stop. */
  release(): Promise<boolean>;
}

export interface Terms {
  /** Whether other processes that say the same may use the server too. */
  readonly shared: boolean;
  readonly onLost: () => void;
}

/** Another server uses these files. */
export class DirectoryInUse extends Error {}

const lockKey = 4_781_290;
const patience = 1000;

/** Claims the server for this process, or says who has it. */
export async function claim(cluster: Cluster, { shared, onLost }: Terms): Promise<Guard> {
  const socket = new Socket();
  const client = new pg.Client({
    stream: () => socket,
    connectionString: databaseUrl(cluster, 'postgres'),
    application_name: `process ${process.pid}`,
    keepAlive: true,
  });
  let held = false;
  client.on('error', () => undefined);
  client.once('end', () => {
    if (held) onLost();
  });
  await client.connect();
  try {
    await lock(client, cluster, shared);
    held = true;
    // It is the product's other work that keeps the process alive, not its watch over the database.
    socket.unref();
  } finally {
    if (!held) await client.end().catch(() => undefined);
  }
  return {
    async release() {
      held = false;
      socket.ref();
      const alone = !shared || (await isLast(client));
      // Held to the end by the last one, so that nobody claims a server that is about to stop.
      if (!alone) await client.end();
      return alone;
    },
  };
}

/** Takes the lock. That of a killed process goes as soon as the server notices, so it waits a little. */
async function lock(client: pg.Client, cluster: Cluster, shared: boolean): Promise<void> {
  const take = shared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
  const deadline = Date.now() + patience;
  while (!(await ask(client, `select ${take}(${lockKey}) as answer`))) {
    if (Date.now() > deadline) {
      const holder = (await ask(client, holderQuery)) ?? 'process unknown';
      throw new DirectoryInUse(
        `Another Guanxi server (${holder}) uses the database in ${cluster.directory}. ` +
          'Stop it first, or give this one a directory of its own with --data.',
      );
    }
    await pause(50);
  }
}

async function isLast(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${lockKey})`);
    return (await ask(client, `select pg_try_advisory_lock(${lockKey}) as answer`)) === true;
  } catch {
    // The server is gone; stopping it again does no harm.
    return true;
  }
}

const holderQuery = `
  select min(application_name) as answer from pg_stat_activity join pg_locks using (pid)
  where locktype = 'advisory' and objid = ${lockKey} and granted`;

async function ask(client: pg.Client, query: string): Promise<unknown> {
  const { rows } = await client.query<{ answer: unknown }>(query);
  return rows[0]?.answer;
}
