import pg from 'pg';
import { statementChannel } from '../tracing/work-channels.ts';
import { Client } from './driver/client.ts';
import { type Letters, RowsQuery } from './driver/rows-query.ts';
import { usualPatience, watchSilence } from './driver/watch-silence.ts';

/** Rows as arrays of PostgreSQL's own text, so that JSON built by the database passes through unread. */
export type Row = readonly (string | null)[];

/** Rows as arrays of PostgreSQL's own text in UTF-8. */
export type BytesRow = readonly (Buffer | null)[];

/** Runs statements: on any connection of the pool, or inside one transaction. */
export interface Database {
  /** Whether each statement runs on any connection and by itself; else they belong to one connection or transaction. */
  readonly pooled: boolean;
  run(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** The same, each text as the bytes it came in, to be sent on unread. */
  bytes(text: string, values?: readonly unknown[]): Promise<readonly BytesRow[]>;
  /** Runs several statements without values, as one message; none of them is kept prepared. */
  script(text: string): Promise<void>;
  transaction<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
  /** Runs everything on one connection, for what belongs to a connection, such as a lock. */
  session<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
}

/** Statements kept prepared on each connection; beyond this they run unprepared. */
const preparedLimit = 1000;

export function createPool(url: string, size = 10, patience = usualPatience): pg.Pool {
  const pool = new pg.Pool({
    Client,
    connectionString: url,
    max: size,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: patience.connection,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c jit=off',
  });
  pool.on('error', () => undefined);
  // A connection that is cut while it is lent tells whoever runs a statement on it; nobody else has to fall.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    watchSilence(client as unknown as pg.Client, pool.options, patience);
  });
  return pool;
}

/** A client as it takes a query of one's own. */
interface TakesQueries {
  query(query: RowsQuery, values: undefined, answered: Answered): void;
}

type Answered = NonNullable<RowsQuery['callback']>;

/** The names under which statements are prepared, for all who use a pool's connections. */
const namesOf = new WeakMap<pg.Pool, Map<string, string>>();

export function databaseOn(pool: pg.Pool): Database {
  const names = namesOf.get(pool) ?? new Map<string, string>();
  namesOf.set(pool, names);
  const on = (client: pg.Pool | pg.PoolClient) => queriesOn(client, names);
  const session: Database['session'] = async (work) => {
    const client = await pool.connect();
    try {
      return await work(onOne(on(client)));
    } finally {
      client.release();
    }
  };
  return {
    pooled: true,
    ...on(pool),
    session,
    transaction: (work) => session(({ transaction }) => transaction(work)),
  };
}

/** A database on a connection that is lent already, for what needs the connection itself too; nothing is kept prepared. */
export function databaseOnClient(client: pg.PoolClient): Database {
  return onOne(queriesOn(client, undefined));
}

/** Values that PostgreSQL refuses, or that rules of the database do. */
const valuesRefused = /^(22|23|P0)/;

/**
 * Sends to one connection, or to any of a pool. One that had to refuse values is as good as before and keeps its plans,
 * though a pool by itself would throw it away.
 */
function sendTo(client: pg.Pool | pg.PoolClient): (query: RowsQuery, answered: Answered) => void {
  if (!(client instanceof pg.Pool))
    return (query, answered) => (client as TakesQueries).query(query, undefined, answered);
  return (query, answered) =>
    client.connect((failure, one, release) => {
      if (one === undefined) return answered(failure ?? new Error('There is no connection.'));
      sendTo(one)(query, (error, rows) => {
        const { code } = (error ?? {}) as { code?: unknown };
        release(error !== null && !valuesRefused.test(String(code)));
        answered(error, rows);
      });
    });
}

/** On any connection of the pool, or on one; without names nothing is kept prepared. */
function queriesOn(
  client: pg.Pool | pg.PoolClient,
  names: Map<string, string> | undefined,
): Pick<Database, 'run' | 'bytes' | 'script'> {
  const send = sendTo(client);
  const rows = (letters: Letters, text: string, values?: readonly unknown[]) =>
    statementChannel.hasSubscribers
      ? statementChannel.tracePromise(() => ask(letters, text, values), { text })
      : ask(letters, text, values);
  const ask = (letters: Letters, text: string, values: readonly unknown[] = []) =>
    new Promise<readonly Row[]>((resolve, reject) => {
      const query = new RowsQuery(names ? nameOf(names, text) : '', text, values, letters);
      send(query, (error, found) => (error ? reject(error) : resolve(found ?? [])));
    });
  return {
    run: (text, values) => rows('utf-8', text, values),
    bytes: async (text, values) => (await rows('latin1', text, values)).map((row) => row.map(bytesOf)),
    script: async (text) => void (await client.query(text)),
  };
}

/** A database of which everything runs on one connection. */
function onOne(one: Pick<Database, 'run' | 'bytes' | 'script'>): Database {
  const inside: Database = {
    pooled: false,
    ...one,
    transaction: (work) => work(inside),
    session: (work) => work(inside),
  };
  const here: Database = {
    pooled: false,
    ...one,
    session: (work) => work(here),
    async transaction(work) {
      await one.script('begin');
      try {
        const result = await work(inside);
        await one.script('commit');
        return result;
      } catch (error) {
        // Where even this fails the connection is lost, and with it the transaction.
        await one.script('rollback').catch(() => undefined);
        throw error;
      }
    },
  };
  return here;
}

/** Of statements beyond the limit, none. */
function nameOf(names: Map<string, string>, text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= preparedLimit) return '';
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

function bytesOf(text: string | null): Buffer | null {
  return text === null ? null : Buffer.from(text, 'latin1');
}
