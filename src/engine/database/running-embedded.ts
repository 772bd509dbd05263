import { existsSync, realpathSync } from 'node:fs';
import pg from 'pg';
import { databaseName, superuser } from './embedded/cluster.ts';
import { clusterPath } from './embedded/places.ts';
import { readPrivate } from './embedded/private-file.ts';

/** The address of the embedded database when a server of the product is running on it; undefined otherwise. */
export async function runningEmbeddedPostgres(directory: string): Promise<string | undefined> {
  const path = clusterPath(directory);
  if (!existsSync(path)) return undefined;
  const { password, port } = readPrivate(realpathSync(path));
  if (port === undefined) return undefined;
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/${databaseName}`;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    return url;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
