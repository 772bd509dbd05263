import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Pool } from 'pg';
import { checkServer } from '#engine/database/check-server.ts';
import { createPool, databaseOn } from '#engine/database/database.ts';
import { startEmbeddedPostgres } from '#engine/database/embedded.ts';
import { runningEmbeddedPostgres } from '#engine/database/running-embedded.ts';
import { folderStore } from '#engine/files/folder-store.ts';
import type { FileStore } from '#kernel/port/file-store.ts';
import { compose, type Registry } from '#kernel/registry.ts';
import { keptSecret } from './kept-secret.ts';
import { modules, people } from './modules.ts';
import { servingPool } from './serving-pool.ts';

/** The product's data in one place, with the database open. */
export interface Installation {
  readonly directory: string;
  /** Where the product's own database is; undefined where it is another server's. */
  readonly postgres: string | undefined;
  /** Of whom the tables are. */
  readonly pool: Pool;
  /** By which the running server is let in: reads and writes what tables hold, and cannot change them. */
  readonly serving: Pool;
  readonly registry: Registry;
  /** Signs sessions. */
  readonly secret: string;
  readonly store: FileStore;
  close(): Promise<void>;
}

/**
 * Opens the data of this machine: the folder that was named, else `GUANXI_DATA`, else `data`. Its database is the one
 * of `DATABASE_URL`, or the product's own, which is started; with `beside`, one that a running server has is used.
 */
export async function openInstallation(
  data: string | undefined,
  how: { readonly beside: boolean } = { beside: false },
): Promise<Installation> {
  const { DATABASE_URL, GUANXI_DATABASE_OWNER_URL, GUANXI_SECRET } = process.env;
  const directory = dataDirectory(data);
  mkdirSync(directory, { recursive: true });
  const owner = DATABASE_URL && (GUANXI_DATABASE_OWNER_URL ?? DATABASE_URL);
  if (owner) await checkServer(owner);
  const own = join(directory, 'postgres');
  const running = owner ?? (how.beside ? await runningEmbeddedPostgres(own) : undefined);
  const embedded = running === undefined ? await startEmbeddedPostgres({ directory: own }) : undefined;
  const address = running ?? embedded?.url ?? '';
  const pool = createPool(address);
  const serving = how.beside ? pool : await servingPool(pool, address, DATABASE_URL);
  return {
    directory,
    postgres: DATABASE_URL === undefined ? own : undefined,
    ...{ pool, serving },
    registry: compose(modules, people),
    secret: GUANXI_SECRET ?? (await keptSecret(directory, databaseOn(pool))),
    store: folderStore(join(directory, 'files')),
    async close() {
      if (serving !== pool) await serving.end();
      await pool.end();
      await embedded?.stop();
    },
  };
}

/** The folder that was named, else `GUANXI_DATA`, else `data`. */
export function dataDirectory(data: string | undefined): string {
  return resolve(data ?? process.env.GUANXI_DATA ?? 'data');
}
