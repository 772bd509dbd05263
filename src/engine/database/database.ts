import pg from 'pg';

/** Rows as arrays of PostgreSQL's own text, so that JSON built by the database passes through unread. */
export type Row = readonly (string | null)[];

/** Runs statements: on any connection of the pool, or inside one transaction. */
export interface Database {
  /** Whether each statement runs on any connection and by itself; else they belong to one connection or transaction. */
  readonly pooled: boolean;
  run(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs several statements without values, as one message; none of them is kept prepared. */
  script(text: string): Promise<void>;
  transaction<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
  /** Runs everything on one connection, for what belongs to a connection, such as a lock. */
  session<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
}

const asText = { getTypeParser: () => (value: string) => value };

/** Statements kept prepared on each connection; beyond this they run unprepared. */
const preparedLimit = 1000;

export function createPool(url: string, size = 10): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    idleTimeoutMillis: 60_000,
    options: '-c TimeZone=UTC -c DateStyle=ISO -c jit=off',
  });
  pool.on('error', () => undefined);
  // A connection that is cut while it is lent tells whoever runs a statement on it; nobody else has to fall.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The names under which statements are prepared, for all who use a pool's connections. */
const namesOf = new WeakMap<pg.Pool, Map<string, string>>();

export function databaseOn(pool: pg.Pool): Database {
  const names = namesOf.get(pool) ?? new Map<string, string>();
  namesOf.set(pool, names);
  const query = (text: string, values: readonly unknown[] = []) => ({
    text,
    values: values as unknown[],
    rowMode: 'array' as const,
    types: asText as unknown as pg.CustomTypesConfig,
    ...preparedName(names, text),
  });
  /** On any connection of the pool, or on one. */
  const on = (client: pg.Pool | pg.PoolClient): Pick<Database, 'run' | 'script'> => ({
    run: async (text, values) => (await client.query<(string | null)[]>(query(text, values))).rows,
    script: async (text) => void (await client.query(text)),
  });
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

/** A database of which everything runs on one connection. */
function onOne(one: Pick<Database, 'run' | 'script'>): Database {
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

function preparedName(names: Map<string, string>, text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= preparedLimit) return {};
  const name = `s${names.size}`;
  names.set(text, name);
  return { name };
}
