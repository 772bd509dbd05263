import pg from 'pg';
import { type Cluster, databaseName, superuser } from './cluster.ts';

/** The address of a database on the server; of the product's own when none is named. */
export function databaseUrl({ password, port }: Cluster, database = databaseName): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

/** Creates the product's database on the first start. */
export async function createDatabase(cluster: Cluster): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(cluster, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } catch (error) {
    const alreadyThere = error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? '');
    if (!alreadyThere) throw error;
  } finally {
    await client.end();
  }
}
