import type { Socket } from 'node:net';
import pg from 'pg';

/** How long it is waited for a network, in milliseconds. */
export interface Patience {
  /** For a connection: a new one, or one that others hold. */
  readonly connection: number;
  /** For any sign, until it is asked whether the other side still works. */
  readonly silence: number;
  /** For the answer to that. */
  readonly answer: number;
}

export const usualPatience: Patience = { connection: 20_000, silence: 15_000, answer: 10_000 };

/** Which processes of this user work on something, by their numbers; undefined while the server does not answer. */
type Working = ReadonlyMap<number, boolean> | undefined;

/** What node-postgres knows of a connection, and its types do not. */
interface Watched {
  readonly connection: { readonly stream: Socket };
  readonly readyForQuery: boolean;
  readonly processID: number | null;
}

/** One question at a time for all connections of a pool that have fallen silent. */
const asking = new WeakMap<object, Promise<Working>>();

/**
 * Ends a connection on which a statement waits for a network that swallows everything, so that whoever waits is told. How
 * long a statement takes is not limited: the server is asked, by another connection, whether it still works on it.
 */
export function watchSilence(client: pg.Client, options: pg.ClientConfig, patience = usualPatience): void {
  const watched = client as unknown as Watched;
  const { stream } = watched.connection;
  const judge = async () => {
    if (watched.readyForQuery || stream.destroyed) return;
    const heard = stream.bytesRead;
    const working = await once(options, patience);
    if (watched.readyForQuery || stream.destroyed) return;
    // A connection that the server knows nothing of may lead through a program in between, which numbers them by itself.
    const waits = working?.get(watched.processID ?? 0) ?? working !== undefined;
    // What has come and is not taken yet, as when a backup goes to a slow place, is no silence of the other side.
    const unread = stream.isPaused() || stream.readableLength > 0;
    if (waits || unread || stream.bytesRead !== heard) stream.setTimeout(patience.silence);
    else stream.destroy(new Error('Connection terminated: the database does not answer'));
  };
  stream.setTimeout(patience.silence);
  stream.on('timeout', () => void judge());
}

function once(options: pg.ClientConfig, { answer }: Patience): Promise<Working> {
  const under = asking.get(options) ?? ask(options, answer).finally(() => asking.delete(options));
  asking.set(options, under);
  return under;
}

async function ask(options: pg.ClientConfig, answer: number): Promise<Working> {
  const { connectionString } = options;
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: answer, query_timeout: answer });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ pid: number; works: boolean }>(
      `select pid, state = 'active' as works from pg_stat_activity where usename = current_user`,
    );
    return new Map(rows.map(({ pid, works }) => [pid, works]));
  } catch (error) {
    // A server that has no connection left answers all the same.
    return error instanceof pg.DatabaseError ? new Map() : undefined;
  } finally {
    // Who does not answer does not say farewell either.
    void client.end().catch(() => undefined);
  }
}
