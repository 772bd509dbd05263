import pg from 'pg';

/** Rows as arrays of PostgreSQL's own text, so that JSON built by the database passes through unread. */
export type Row = readonly (string | null)[];

/** Runs statements: on any connection of the pool, or inside one transaction. */
export interface Database {
  run(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  transaction<Result>(work: (database: Database) => Promise<Result>): Promise<Result>;
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
  const on =
    (client: pg.Pool | pg.PoolClient): Database['run'] =>
    async (text, values) =>
      (await client.query<(string | null)[]>(query(text, values))).rows;
  return {
    run: on(pool),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const inside: Database = { run: on(client), transaction: (nested) => nested(inside) };
        const result = await work(inside);
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').then(
          () => client.release(),
          () => client.release(true),
        );
        throw error;
      }
    },
  };
}

function preparedName(names: Map<string, string>, text: string): { name?: string } {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= preparedLimit) return {};
  const name = `s${names.size}`;
  names.set(text, name);
  return { name };
}
