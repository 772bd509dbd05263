import { statfsSync } from 'node:fs';
import type { Database } from '../database/database.ts';

/** What the installation stands on, and how much of it is used. */
export interface InstallationState {
  readonly version: string;
  readonly node: string;
  readonly postgres: string;
  /** Seconds since this server began. */
  readonly uptime: number;
  /** Bytes. */
  readonly memory: number;
  readonly database: number;
  readonly disk: { readonly free: number; readonly total: number } | null;
  readonly connections: { readonly used: number; readonly most: number };
}

export async function installationState(
  database: Database,
  version: string,
  directory: string | undefined,
): Promise<InstallationState> {
  const [row] = await database.run(
    `select current_setting('server_version'), pg_database_size(current_database()),
       (select count(*) from pg_stat_activity where datname = current_database()), current_setting('max_connections')`,
  );
  return {
    ...{ version, node: process.version, postgres: row?.[0] ?? '' },
    uptime: Math.round(process.uptime()),
    memory: process.memoryUsage.rss(),
    database: Number(row?.[1]),
    disk: directory === undefined ? null : diskOf(directory),
    connections: { used: Number(row?.[2]), most: Number(row?.[3]) },
  };
}

function diskOf(directory: string) {
  const { bavail, blocks, bsize } = statfsSync(directory);
  return { free: bavail * bsize, total: blocks * bsize };
}
